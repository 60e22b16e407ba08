import NotebookSyntax
import TestSupport
import Testing

/// What is wrong with a table of one's own, or with what is asked of it, is found before anything runs.
struct WrongTableTests {
  /// Eight lines: a day in words, a level, a wind, two columns of one name, one with a hole.
  private static let table =
    "day,level,wind,twice,twice,hole\n" + (0..<8).map { "d\($0),\($0),0,1,1,\($0 == 2 ? "" : "5")\n" }.joined()

  private static let files = [
    "t.csv": table, "plain.csv": "1,2\n3,4\n5,6\n", "ragged.csv": "a,b\n1,2\n3\n", "empty.csv": "",
  ]

  @Test(arguments: WrongNotebook.wrongTables) func saysWhatIsWrongInItsPlace(_ notebook: WrongNotebook) throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: name) }
    notebook.check(TestNotebook(notebook.source.text, folder: folder.path).planned().diagnostics)
  }
}

extension WrongNotebook {
  private static func table(_ description: String, _ options: String, _ expected: Expected...) -> WrongNotebook {
    WrongNotebook(description, "```{load}\n\(options)\n```\n", expected)
  }

  private static let levels =
    "```{load}\nlabel: data\ntable: t.csv\ntarget: level\ntime_steps: 2\ntest: 2\n```\n"
    + "```{build}\nlabel: net\nlayers: [gru: {units: 3}, dense: {units: 1}]\n```\n"

  /// Tables that cannot be had, and columns, parts and windows that they do not have.
  static let wrongTables = [
    table(
      "a table that is not there", "table: 1️⃣no.csv\ntarget: a",
      .at(1, .unreadableData, "no.csv: there is no such file or folder")),
    table("a table elsewhere", "table: 1️⃣../t.csv\ntarget: a", .at(1, .unreadableData)),
    table(
      "a line that is too short", "table: 1️⃣ragged.csv\ntarget: a",
      .at(1, .unreadableData, "ragged.csv: line 3 has 1 column, expected 2")),
    table(
      "a table of nothing", "table: 1️⃣empty.csv", .at(1, .unreadableData, "empty.csv: holds no lines of numbers")),
    table(
      "a missing number", "table: 1️⃣t.csv\ntarget: hole\ntime_steps: 2\ntest: 1",
      .at(1, .unreadableData, "t.csv: line 4, column 6: expected a number, found ''")),
    table(
      "a day that is no number", "table: 1️⃣t.csv\ntarget: level\ninputs: [day, level]\ntime_steps: 2\ntest: 1",
      .at(1, .unreadableData, "t.csv: line 2, column 1: expected a number, found 'd0'")),
    table(
      "a column that is not there", "table: t.csv\ntarget: 1️⃣levle",
      .at(1, .unknownName, "the table has no column 'levle'", suggestion: "did you mean 'level'?")),
    table(
      "a column among others that is not there", "table: t.csv\ntarget: level\ninputs: [level, 1️⃣9]",
      .at(
        1, .unknownName, "the table has no column '9'",
        suggestion: "there is 'day', 'hole', 'level', 'twice', 'twice' and 'wind'")),
    table(
      "a name in a table without names", "table: plain.csv\ntarget: 1️⃣level",
      .at(
        1, .unknownName,
        "there is no column 'level': the first line of the table has numbers, so its columns go by their places",
        suggestion: "write a place from 1 to 2")),
    table(
      "one of two columns of a name", "table: t.csv\ntarget: 1️⃣twice",
      .at(
        1, .conflictingKeys, "columns 4 and 5 are both named 'twice'",
        suggestion: "write the place of the one that is meant, such as '4'")),
    table(
      "a column twice", "table: t.csv\ntarget: level\ninputs: [level, 1️⃣2]",
      .at(1, .conflictingKeys, "'level' stands there twice")),
    table("no columns", "table: t.csv\ntarget: level\ninputs: 1️⃣[]", .at(1, .outOfRange)),
    WrongNotebook(
      "no target", "```1️⃣{load}\ntable: plain.csv\n```\n",
      .at(1, .missingKey, "{load} of a table of 2 columns needs 'target'", suggestion: "write a place from 1 to 2")),
    table(
      "a table that is all test", "table: t.csv\ntarget: level\ntest: 1️⃣8",
      .at(1, .outOfRange, "the table has 8 lines, of which none are left to train on")),
    table(
      "a training part without a window", "table: t.csv\ntarget: level\ntime_steps: 5\ntest: 1️⃣3",
      .at(
        1, .outOfRange,
        "the training part has 5 lines, too few for a window: 5 are read, and what is told stands 1 ahead")),
    table(
      "a window longer than the table", "table: t.csv\ntarget: level\ntime_steps: 1️⃣20",
      .at(1, .outOfRange)),
    table("rows of a table", "table: t.csv\ntarget: level\ntime_steps: 1️⃣rows", .at(1, .wrongType)),
    table(
      "training lines of a table", "table: t.csv\ntarget: level\ntime_steps: 2\ntrain: 1️⃣4",
      .at(1, .conflictingKeys, "'train' does not go with 'table'")),
    table(
      "something other to tell of images", "dataset: digits\ntarget: 1️⃣level",
      .at(1, .conflictingKeys, "'target' does not go with 'dataset: digits'")),
    WrongNotebook(
      "an accuracy of a table",
      levels + "```{train}\nsteps: 1\nbatch: 2\nreport: {test_accuracy: 1️⃣every step}\n```\n",
      .at(1, .unknownField, "'data' has no accuracy")),
    WrongNotebook(
      "a validation that a table does not have", levels + "```{evaluate}\non: 1️⃣data.validation\n```\n",
      .at(1, .unknownField, "'data' has no validation windows")),
  ]
}

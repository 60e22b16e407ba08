import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func after(_ description: String, _ options: String, _ expected: Expected) -> WrongNotebook {
    let cells = """
      ```{load}
      label: text
      dataset: sentences
      characters: 2000
      time_steps: 20
      ```
      ```{build}
      label: net
      layers: [lstm: {units: 4}, dense: {units: 29}]
      ```

      """
    return WrongNotebook(description, cells + "```{generate}\n\(options)\n```\n", expected)
  }

  /// Texts that cannot be written.
  static let wrongGenerators = [
    after(
      "a start that the text cannot have", "start: 1️⃣Zebra",
      .at(1, .outOfRange, "'text' has no character 'Z', so a network that learned it cannot read it")),
    after("a start of nothing", "start: 1️⃣\"\"", .at(1, .wrongType, "'start' is one value, not ''")),
    after("a temperature below zero", "temperature: 1️⃣-1", .at(1, .outOfRange)),
    after("more characters than anybody reads", "characters: 1️⃣20001", .at(1, .outOfRange)),
    WrongNotebook(
      "a text of pictures", TestNotebook.model + "```{generate}\ndata: 1️⃣digits\n```\n",
      .at(
        1, .shape, "'digits' is no text, and {generate} writes characters",
        suggestion: "load one with 'dataset: sentences' or 'text: FILE'")),
    WrongNotebook(
      "a letter that is not in a normalised text",
      """
      ```{load}
      label: text
      dataset: sentences
      characters: 2000
      normalize: letters
      ```
      ```{build}
      layers: [lstm: {units: 4}, dense: {units: 27}]
      ```
      ```{generate}
      start: 1️⃣The
      ```

      """, .at(1, .outOfRange, "'text' has no character 'T', so a network that learned it cannot read it")),
    WrongNotebook(
      "a spelling that there is not", "```{load}\ndataset: sentences\nnormalize: 1️⃣words\n```\n",
      .at(1, .unknownName)),
  ]
}

import Foundation
import NotebookSyntax
import TestSupport
import Testing

@testable import NBRunCommand

/// How what is wrong in a notebook is told to people, editors and programs.
struct DiagnosticFormatTests {
  private static let wrong = """
    ```{load}
    label: digits
    dataset: digits
    train: 1,000
    ```
    ```{load}
    label: digits
    dataset: digits
    batch_size: 3
    ```
    {{digits.nothing}} and [nowhere](#nope)

    """

  private func check(_ arguments: String...) throws -> Command.Result {
    let command = try Command()
    try command.folder.write(Self.wrong, to: "wrong.md")
    return try command.finish(command.start(["check", "wrong.md"] + arguments))
  }

  @Test func showsTheLineWithWhatIsWrongUnderlined() throws {
    let result = try check()
    #expect(result.status == 2)
    #expect(
      result.error == """
        wrong.md:4:8: error: 'train' is a whole number, not '1,000' [value.type]
        4 | train: 1,000
          |        ^^^^^
          = write 1000
          = it takes a whole number of images from 1 to 1000000
        wrong.md:7:8: error: a label names one cell; 'digits' is taken on line 1 [label.duplicate]
        7 | label: digits
          |        ^^^^^^
        wrong.md:1:1: note: it is given here first [label.duplicate]
        1 | ```{load}
          | ^
        wrong.md:9:1: error: {load} has no key 'batch_size' [key.unknown]
        9 | batch_size: 3
          | ^^^^^^^^^^
          = 'nbrun help load' lists its keys
        wrong.md:11:34: warning: no heading and no cell of the page is called '#nope' [prose.link]
        11 | {{digits.nothing}} and [nowhere](#nope)
           |                                  ^^^^^
        3 errors and 1 warning

        """)
  }

  @Test func givesEditorsALineEach() throws {
    let result = try check("--format", "short")
    #expect(
      result.error == """
        wrong.md:4:8: error: 'train' is a whole number, not '1,000'; write 1000 [value.type]
        wrong.md:7:8: error: a label names one cell; 'digits' is taken on line 1 [label.duplicate]
        wrong.md:9:1: error: {load} has no key 'batch_size'; 'nbrun help load' lists its keys [key.unknown]
        wrong.md:11:34: warning: no heading and no cell of the page is called '#nope' [prose.link]

        """)
  }

  @Test(arguments: ["short", "full"]) func matchesTheProblemMatcher(_ format: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../editors/nbrun-problem-matcher.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let matcher = (json?["problemMatcher"] as? [[String: Any]])?.first
    let pattern = try #require((matcher?["pattern"] as? [[String: Any]])?.first)
    let regex = try Regex(#require(pattern["regexp"] as? String))
    let lines = try check("--format", format).error.split(separator: "\n").map(String.init)
    let matches = lines.compactMap { try? regex.wholeMatch(in: $0) }
    let groups = ["file", "line", "column", "severity", "code"].map { pattern[$0] as? Int ?? 0 }
    let found = matches.map { match in groups.map { match[$0].substring.map(String.init) ?? "" } }
    let notes = format == "full" ? [["wrong.md", "1", "1", "note", "label.duplicate"]] : []
    #expect(found.filter { $0[3] != "note" }.count == 4)
    #expect(found.first == ["wrong.md", "4", "8", "error", "value.type"])
    #expect(found.last == ["wrong.md", "11", "34", "warning", "prose.link"])
    #expect(found.filter { $0[3] == "note" } == notes)
  }

  @Test func givesProgramsAnObjectEach() throws {
    let result = try check("--format", "json")
    #expect(result.status == 2)
    #expect(result.error.isEmpty)
    let objects = try result.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary)
    }
    #expect(objects.count == 5)
    #expect(
      objects.first == [
        "file": "wrong.md", "line": 4, "column": 8, "endLine": 4, "endColumn": 13, "severity": "error",
        "id": "value.type", "message": "'train' is a whole number, not '1,000'", "suggestion": "write 1000",
        "expected": "a whole number of images from 1 to 1000000",
        "replacement": ["line": 4, "column": 8, "endLine": 4, "endColumn": 13, "text": "1000"],
      ])
    #expect(
      objects.dropFirst().first?["replacement"] == nil, "what to write in place of a label is for the author to say")
    #expect(
      objects.dropFirst().first?["related"] as? NSArray == [
        ["line": 1, "column": 1, "message": "it is given here first"]
      ]
    )
    #expect(objects.last == ["file": "wrong.md", "errors": 3, "warnings": 1])
  }

  @Test func runsANotebookThatIsOnlyWarnedOf() throws {
    let command = try Command()
    try command.folder.write("[nowhere](#nope)\n", to: "a.md")
    #expect(try command.run("check", "a.md").output == "a.md: 0 cells, 1 warning\n")
    let run = try command.run("a.md", "--format", "json")
    #expect(run.status == 0)
    #expect(run.error.contains(#""id":"prose.link""#))
  }

  // MARK: - The drawing

  private func draw(_ diagnostic: Diagnostic, _ source: String, width: Int?) -> [String] {
    var drawing = DiagnosticDrawing(file: "n.md", source: SourceLines(source), width: width)
    return drawing.lines(diagnostic).map { $0.stretches.map(\.text).joined() }
  }

  private func diagnostic(_ column: Int, to end: Int?) -> Diagnostic {
    Diagnostic(
      .wrongType, at: SourcePosition(line: 1, column: column), to: end.map { SourcePosition(line: 1, column: $0) },
      "there is something wrong here")
  }

  @Test func underlinesWideCharactersWhole() {
    let lines = draw(diagnostic(4, to: 6), "a: 训练e\u{301} x", width: nil)
    #expect(lines[1] == "1 | a: 训练e\u{301} x")
    #expect(lines[2] == "  |    ^^^^")
  }

  @Test(arguments: ["✅", "⚡", "中", "ｗ", "한", "🥝"]) func marksWhatStandsBehindWideCharacters(_ wide: String) {
    let lines = draw(diagnostic(3, to: 5), "\(wide) xy", width: nil)
    #expect(lines[1] == "1 | \(wide) xy")
    #expect(lines[2] == "  |    ^^")
  }

  @Test(arguments: ["e\u{301}", "\u{1100}\u{1161}\u{11A8}", "\t", "\u{20DD}"])
  func marksWhatStandsBehindCombiningCharactersAndTabs(_ text: String) {
    let lines = draw(diagnostic(text.unicodeScalars.count + 1, to: nil), "\(text)x", width: nil)
    let columns = text == "\t" ? 1 : TextWidth.columns(text)
    #expect(lines[2] == "  | " + String(repeating: " ", count: columns) + "^")
  }

  @Test func breaksLinesByTheColumnsThatCharactersTake() {
    let message = Array(repeating: "训练", count: 40).joined(separator: " ")
    let wrong = Diagnostic(.wrongType, at: SourcePosition(line: 1), message)
    for line in draw(wrong, "x", width: 40) { #expect(TextWidth.columns(line) <= 40, "\(line)") }
  }

  @Test func showsNoMoreOfALineThanHasRoomHoweverManyMarksStandOnALetter() {
    let marks = String(repeating: "\u{301}", count: 100_000)
    let lines = draw(diagnostic(2, to: 90_000), "a" + marks, width: 40)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 400 })
  }

  @Test func showsNoControlCharacter() {
    let lines = draw(diagnostic(2, to: 3), "\u{1B}[2J\u{202E}x\t", width: nil)
    #expect(lines[1] == "1 | \u{FFFD}[2J\u{FFFD}x ")
    #expect(lines[2] == "  |  ^")
  }

  @Test(arguments: [20, 40, 60]) func fitsTheTerminal(_ width: Int) {
    let source = String(repeating: "abc ", count: 100) + "here" + String(repeating: " xyz", count: 100)
    let lines = draw(diagnostic(401, to: 405), source, width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    let line = Array(lines[lines.count - 2])
    let mark = Array(lines[lines.count - 1])
    #expect(mark.indices.filter { mark[$0] == "^" }.map { String(line[$0]) }.joined() == "here")
  }

  @Test func marksThePlaceAfterTheEndOfALine() {
    #expect(draw(diagnostic(6, to: nil), "train", width: 80).last == "  |      ^")
    #expect(draw(diagnostic(60, to: 70), "train", width: 80).last == "  |      ^")
  }
}

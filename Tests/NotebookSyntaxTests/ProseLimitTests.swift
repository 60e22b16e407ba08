import NotebookSyntax
import TestSupport
import Testing

/// Prose that would keep libcmark busy for longer than its length is worth.
struct ProseLimitTests {
  @Test func refusesAParagraphOfPicturesAtItsFirstLineTooMany() {
    let text = String(repeating: "![[]()\n", count: 100_000)
    let found = NotebookParser.parse(text, file: "notebook.md").diagnostics.filter { $0.identifier == .limit }
    #expect(found.first?.position == SourcePosition(line: ProseLimits.mostPictures + 1))
    #expect(found.first?.message == "a paragraph has at most 500 '![', and this one has 501")
  }

  @Test func refusesALineOfPictures() {
    let found = NotebookParser.parse(String(repeating: "![[]()", count: 100_000), file: "notebook.md").diagnostics
    #expect(found.map(\.message) == ["a paragraph has at most 500 '![', and this one has 100000"])
  }

  @Test(arguments: ["> ", "- ", "1. ", ">", "+\t"]) func refusesBlocksInBlocksWithoutEnd(_ mark: String) {
    func found(_ count: Int) -> [Diagnostic] {
      NotebookParser.parse(
        String(repeating: mark, count: count) + "a\n" + String(repeating: "\n", count: 3), file: "notebook.md"
      )
      .diagnostics
    }
    #expect(found(ProseLimits.mostNesting).map(\.message) == [])
    #expect(found(ProseLimits.mostNesting + 1).map(\.identifier) == [.limit])
    #expect(found(50_000).map(\.identifier) == [.limit])
  }

  @Test(arguments: ["*", "_", "[", "]", "<", ">", "&", "`", "\\", "!", "-", "+", "\n"])
  func takesSoManyMarksAndNoMore(_ mark: String) {
    func found(_ count: Int) -> [Diagnostic] {
      // A word keeps the marks from beginning a line, and the last line's end counts too.
      let line = mark == "\n" ? mark : "a" + String(repeating: mark, count: 499) + "\n"
      let last = mark == "\n" ? "" : String(repeating: mark, count: count % 500)
      let text = String(repeating: line, count: count / (mark == "\n" ? 1 : 500))
      return NotebookParser.parse(text + last, file: "notebook.md").diagnostics.filter { $0.message.contains("marks") }
    }
    #expect(found(ProseLimits.mostMarks - 1).isEmpty)
    let beyond = found(ProseLimits.mostMarks + 6)
    #expect(beyond.map(\.identifier) == [.limit])
    #expect(
      beyond.first?.message
        == "a notebook has at most 1000000 line ends and marks such as '*', '[' and '<', and this one has \(mark == "\n" ? 1_000_006 : 1_000_007)"
    )
  }

  @Test func findsAPlaceForEachOfManyPicturesAndLinks() {
    let many = NotebookParser.parse(String(repeating: "![a](b) [c](#d)\n", count: 500), file: "notebook.md")
    #expect(many.diagnostics.map(\.position) == (1...500).map { SourcePosition(line: $0) })
    #expect(many.value.prose.flatMap(\.links).map(\.position) == (1...500).map { SourcePosition(line: $0, column: 13) })
  }
}

import NotebookSyntax
import TestSupport
import Testing

/// The tests' own measure: where a mark stands.
struct MarkedNotebookTests {
  @Test func takesTheMarksOutOfTheText() {
    #expect(MarkedNotebook("a 1️⃣b\n2️⃣c 3 4\n").text == "a b\nc 3 4\n")
  }

  @Test func countsColumnsInUnicodeScalars() {
    let notebook = MarkedNotebook("e\u{301}👩‍👩‍👧1️⃣x")
    #expect(notebook[1] == SourcePosition(line: 1, column: 8))
  }

  @Test(arguments: ["\n", "\r", "\r\n"]) func countsEveryLineEndOnce(_ end: String) {
    let notebook = MarkedNotebook("a\(end)\(end)b1️⃣\(end)2️⃣")
    #expect(notebook[1] == SourcePosition(line: 3, column: 2))
    #expect(notebook[2] == SourcePosition(line: 4))
  }

  @Test func givesLineZeroForAMarkThatIsNotThere() {
    #expect(MarkedNotebook("a")[1] == SourcePosition(line: 0))
  }
}

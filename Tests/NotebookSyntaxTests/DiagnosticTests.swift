import NotebookSyntax
import Testing

/// How a diagnostic reads.
struct DiagnosticTests {
  private let position = SourcePosition(line: 3, column: 7)

  @Test func readsAsEditorsExpectIt() {
    let diagnostic = Diagnostic(.unknownKey, at: position, "there is no such key", suggestion: "did you mean 'a'?")
    #expect(
      diagnostic.text(file: "a/b.md") == "a/b.md:3:7: error: there is no such key; did you mean 'a'? [key.unknown]")
  }

  @Test func saysWhenItIsAWarning() {
    let diagnostic = Diagnostic(.unknownKey, at: position, "a rule", severity: .warning)
    #expect(diagnostic.text(file: "b.md") == "b.md:3:7: warning: a rule [key.unknown]")
    #expect(!Diagnosed(1, diagnostics: [diagnostic]).hasErrors)
  }

  @Test func ordersPlacesByLineThenColumn() {
    let places = [(2, 1), (1, 9), (1, 2)].map { SourcePosition(line: $0.0, column: $0.1) }
    #expect(places.sorted() == places.reversed())
  }
}

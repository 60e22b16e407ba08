import Testing

@testable import NotebookSyntax

/// Fences that were left open, one after the other: a pass through the text finds the next.
struct OpenFencesTests {
  private static let words = String(repeating: "Words.\n", count: 10_000)
  private static let open = (1...20).map { "```{load}\nlabel: a\($0)\n\n" }.joined()

  @Test func areFoundWithoutReadingWhatStandsBeforeThemForEach() {
    var fences = OpenFences(in: SourceLines(Self.words + Self.open), isEnglish: true)
    _ = fences.blocks(from: 1)
    #expect(fences.starts == Set((0..<19).map { 10_001 + 3 * $0 }), "the last swallows no directive")
    // Once to find the first, once for the blocks as they are in the end, and what stands below each.
    #expect(fences.linesRead == 2 * fences.lines.count + (1...19).map { 60 - 3 * ($0 - 1) }.reduce(0, +))
  }

  @Test func areNotSoughtForEver() {
    var fences = OpenFences(in: SourceLines((1...500).map { "```{load}\nlabel: a\($0)\n\n" }.joined()), isEnglish: true)
    _ = fences.blocks(from: 1)
    #expect(fences.starts.count == 22)
    #expect(fences.linesRead < 22 * fences.lines.count)
  }

  @Test func areAsManyWhateverStandsBeforeThem() {
    let found = NotebookParser.parse(Self.words + Self.open, file: "notebook.md")
    let alone = NotebookParser.parse(Self.open, file: "notebook.md")
    #expect(found.diagnostics.map(\.position.line) == (0..<20).map { 10_001 + 3 * $0 })
    #expect(found.diagnostics.map(\.identifier) == alone.diagnostics.map(\.identifier))
    #expect(found.value.directives.map(\.keyword) == alone.value.directives.map(\.keyword))
  }
}

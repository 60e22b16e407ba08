import NotebookSyntax
import TestSupport
import Testing

/// Where the words stand that a diagnostic corrects.
struct ReplacementTests {
  /// Replacements in a notebook of what is written by `meant`, from the mark 1 to the mark 3 of each line, if that has one.
  private func replacements(of written: String, in marked: String...) -> [Replacement?] {
    let lines = marked.map { MarkedNotebook($0) }
    let document = NotebookParser.parse(lines.map(\.text).joined(separator: "\n"), file: "notebook.md").value
    let diagnostics = lines.enumerated().map { index, line in
      func place(_ mark: Int) -> SourcePosition? {
        line[mark].line == 0 ? nil : SourcePosition(line: index + 1, column: line[mark].column)
      }
      return Diagnostic(
        .unknownName, at: place(1) ?? SourcePosition(line: index + 1), to: place(3), "a rule",
        suggestion: Suggestion(meaning: "meant", by: written))
    }
    return document.located(diagnostics).map(\.replacement)
  }

  @Test(arguments: [
    "1️⃣2️⃣los", "a 1️⃣loss of 2️⃣los, los", "1️⃣x_los 2️⃣los", "los 1️⃣(2️⃣los) los", "1️⃣é 2️⃣los3️⃣ los", "1️⃣-los 2️⃣los",
    "1️⃣loś 2️⃣los",
  ]) func isTheFirstPlaceWhereTheyAreWhole(_ marked: String) {
    let found = replacements(of: "los", in: marked)
    let start = MarkedNotebook(marked)[2]
    #expect(found.map { $0?.start } == [start] && found.map { $0?.end } == [start.advanced(by: 3)])
    #expect(found.first??.text == "meant")
  }

  @Test(arguments: ["1️⃣loss", "los 1️⃣x", "1️⃣a 3️⃣los", "1️⃣los3️⃣s", "1️⃣lo3️⃣s", ""])
  func isNoneWhereTheyAreNot(_ marked: String) {
    #expect(replacements(of: "los", in: marked) == [nil])
  }

  @Test func isOnTheLineThatIsWrong() {
    let found = replacements(of: "los", in: "1️⃣a los", "1️⃣los", "1️⃣ab los")
    #expect(found.map { $0?.start } == [(1, 3), (2, 1), (3, 4)].map { SourcePosition(line: $0.0, column: $0.1) })
  }

  @Test func isNotLookedForFarAway() {
    func found(_ blanks: Int) -> Replacement? {
      replacements(of: "los", in: "1️⃣" + String(repeating: " ", count: blanks) + "los").first ?? nil
    }
    #expect(found(997) != nil && found(998) == nil)
  }

  @Test func isToldByWhatStandsBeforeTheWords() {
    let suggestion = Suggestion(meaning: "loss", by: "los").behind("fit.")
    #expect(suggestion.phrase == "did you mean 'loss'?")
    #expect(suggestion.correction?.written == "fit.los" && suggestion.correction?.meant == "fit.loss")
    #expect(suggestion.withoutCorrection.correction == nil)
  }
}

import NotebookSyntax
import TestSupport
import Testing

/// Everything wrong in a notebook is found before anything runs, in its place, and nothing else is reported.
struct WrongNotebookTests {
  @Test(arguments: WrongNotebook.all) func reportsWhatIsWrongAndNothingElse(_ notebook: WrongNotebook) {
    notebook.check(TestNotebook(notebook.source.text).planned().diagnostics)
  }

  @Test func readsAsRecorded() throws {
    let table = WrongNotebook.all.map { notebook in
      let found = TestNotebook(notebook.source.text).planned().diagnostics.map(\.record)
      return "\(notebook.testDescription)\n\(found.joined())"
    }
    #expect(table.count >= 150)
    try expectSnapshot(table.joined(separator: "\n"), named: "wrong-notebooks.txt")
  }

  /// A file that is no text cannot be written as a marked notebook.
  @Test func reportsAFileThatIsNotUTF8() {
    let found = NotebookParser.parse(bytes: [0x61, 0xFF], file: "notebook.md").diagnostics
    #expect(found.map(\.identifier) == [.encoding])
    #expect(found.map(\.position) == [SourcePosition(line: 1, column: 2)])
  }

  @Test(arguments: DiagnosticIdentifier.allCases) func hasANotebookForEveryMistake(_ identifier: DiagnosticIdentifier) {
    let shown = WrongNotebook.all.reduce(into: Set([.encoding])) { $0.formUnion($1.identifiers) }
    #expect(shown.contains(identifier), "no wrong notebook shows \(identifier.rawValue)")
  }
}

extension WrongNotebook {
  /// The notebooks of every subject.
  static let all =
    wrongBlocks + wrongKeys + wrongValues + wrongLayers + wrongNames + wrongTraining + wrongData
    + wrongTexts + wrongGenerators + wrongTasks + wrongWeights + wrongTraces + wrongSweeps + wrongCharts
    + wrongExpectations
    + wrongComparisons
    + wrongFrontMatter
    + wrongTogether
}

extension Diagnostic {
  /// Everything it says, for a table.
  fileprivate var record: String {
    let length =
      end.map { $0.line == position.line ? "+\($0.column - position.column)" : " to \($0.line):\($0.column)" } ?? ""
    let lines =
      ["\(position.line):\(position.column)\(length) \(severity.rawValue): \(message) [\(identifier.rawValue)]"]
      + [suggestion.map { "  = \($0)" }, expected.map { "  = it takes \($0)" }].compactMap { $0 }
      + [replacement.map { "  : \($0.start.column)+\($0.end.column - $0.start.column) '\($0.text)'" }].compactMap { $0 }
      + related.map { "  \($0.position.line):\($0.position.column) \($0.message)" }
    return lines.map { "  \($0)\n" }.joined()
  }
}

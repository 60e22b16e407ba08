import Datasets
import NotebookDirectives
package import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookSyntax

/// Parses and plans a notebook and makes its page, and holds what came of it against what is promised of any.
package struct NotebookCheck: Equatable {
  private let page: String
  private let texts: [String]
  package let plan: RunPlan?

  /// Stops the process when a promise is broken.
  package init(_ bytes: [UInt8], in environment: PlanEnvironment) {
    let document = NotebookParser.parse(bytes: bytes, file: "fuzz.md")
    let planned = RunPlan.make(document.value, of: DirectiveRegistry.directives, in: environment)
    let diagnostics = document.diagnostics + planned.diagnostics
    texts = diagnostics.map { $0.text(file: "fuzz.md") }
    plan = diagnostics.isEmpty ? planned.value : nil
    page = ReportPage.html(for: RunReport(header: plan?.header ?? planned.value.header.withoutCells))
    PageMarkup.check(page)
    let lines = Self.lengths(document.value.source)
    for diagnostic in diagnostics { Self.check(diagnostic, lines) }
  }

  package static func == (first: NotebookCheck, second: NotebookCheck) -> Bool {
    first.page == second.page && first.texts == second.texts
  }

  private static func check(_ diagnostic: Diagnostic, _ lines: [Int]) {
    let position = diagnostic.position
    precondition(lines.indices.contains(position.line - 1), "line \(position.line) of \(lines.count)")
    precondition(
      1...lines[position.line - 1] + 1 ~= position.column, "column \(position.column) of line \(position.line)")
    precondition(!diagnostic.message.isEmpty)
  }

  /// The characters of each line.
  private static func lengths(_ text: String) -> [Int] {
    var lengths = [0]
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\n" where last == "\r": continue
      case "\n", "\r": lengths.append(0)
      default: lengths[lengths.count - 1] += 1
      }
    }
    return lengths
  }
}

extension RunHeader {
  /// What can be shown of a wrong notebook: its text.
  fileprivate var withoutCells: RunHeader {
    let prose = sections.filter { if case .prose = $0 { true } else { false } }
    return RunHeader(
      title: title, language: language, article: article, notebookName: notebookName, notebookDigest: notebookDigest,
      seed: seed, parameters: parameters, sections: prose, version: version)
  }
}

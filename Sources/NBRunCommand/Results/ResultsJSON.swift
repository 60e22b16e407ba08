import Foundation
import NotebookReport
import NotebookResults
import NotebookSyntax

/// What a run came to, for programs: verdicts, expectations, figures and pages, and nothing that differs from one run to the next.
struct ResultsJSON: Encodable {
  /// What stands near the beginning of every file of results, by which it is known.
  static let format = "nbrun-results 1"

  private let format = Self.format
  private let version = EngineVersion.current
  private let exitCode: Int32
  private let notebooks: [Notebook]

  init(_ records: [RunRecord], exitCode: Int32) {
    self.exitCode = exitCode
    notebooks = records.map(Notebook.init)
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let body = (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return body + "\n"
  }

  private enum CodingKeys: String, CodingKey {
    case exitCode = "exit_code"
    case format, notebooks, version
  }
}

extension ResultsJSON {
  private struct Notebook: Encodable {
    let file: String
    let outcome: String
    let problems: [String]
    let page: String?
    let title: String?
    let seed: UInt64?
    let parameters: [String: String]?
    let cells: [Cell]

    init(_ record: RunRecord) {
      file = record.file
      problems = record.problems
      page = record.page
      outcome = record.outcome
      let header = record.report?.header
      title = header?.title
      seed = header?.seed
      parameters = header.map { Dictionary($0.parameters.map { ($0.name, $0.value) }) { first, _ in first } }
      cells = record.cells.map { Cell($0, $1) }
    }
  }

  private struct Cell: Encodable {
    let label: String
    let directive: String
    let line: Int
    let state: String
    var failure: String?
    var notices: [String] = []
    /// Numbers that JSON cannot write are left out.
    var figures: [String: Double] = [:]
    var expectations: [Expectation] = []
    var comparisons: [Row] = []

    init(_ header: RunHeader.CellHeader, _ cell: RunReport.CellState) {
      (label, directive, line) = (header.label, header.keyword, header.line)
      switch cell {
      case .notRun: state = "not run"
      case .paused: state = "stopped on the way"
      case .failed(let failure):
        state = failure.kind == .interrupted ? "interrupted" : "failed"
        self.failure = failure.text
      case .finished(let result):
        state = "ran"
        notices = result.notices
        let finite = result.fields.filter { $0.quantity.number.isFinite }
        figures = Dictionary(finite.map { ($0.name, $0.quantity.number) }) { first, _ in first }
        expectations = result.expectations.map(Expectation.init)
        comparisons = result.comparisonRows.map(Row.init)
      }
    }
  }

  private struct Expectation: Encodable {
    let text: String
    let line: Int
    let outcome: String
    let measured: Double?
    let because: String?

    init(_ result: ExpectationResult) {
      (text, line) = (result.text, result.position.line)
      measured = result.measured.finite
      switch result.outcome {
      case .held: (outcome, because) = ("held", nil)
      case .failed: (outcome, because) = ("failed", nil)
      case .notChecked(let reason): (outcome, because) = ("not checked", reason)
      }
    }
  }

  private struct Row: Encodable {
    let subject: String
    let verdict: String
    let reported: Double?
    let measured: Double?
    let because: String?

    init(_ row: Comparison.Row) {
      subject = row.subject
      reported = row.reported?.finite
      measured = row.measured?.finite
      switch row.verdict {
      case .holds: (verdict, because) = ("holds", nil)
      case .differs: (verdict, because) = ("differs", nil)
      case .notComparable(let reason): (verdict, because) = ("not comparable", reason)
      }
    }
  }
}

extension Quantity {
  /// The number, when JSON can write it.
  fileprivate var finite: Double? { number.isFinite ? number : nil }
}

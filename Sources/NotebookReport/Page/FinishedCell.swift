import NotebookResults
import NotebookSyntax

/// What a cell that ran shows: notices, outputs, expectations and the numbers it leaves behind.
struct FinishedCell: HTMLComponent {
  let label: String
  let result: CellResult
  let notebookName: String
  let numbers: ExhibitNumbers
  let charts: ChartForm

  var body: [HTMLNode] {
    for notice in result.notices {
      element("p", ["class": "box notice"]) {
        element("strong") { "Note: " }
        notice
      }
    }
    for (index, output) in result.outputs.enumerated() {
      OutputView(
        output: output, mark: mark(Anchor.output(index, of: label)), charts: charts, showsNumbers: result.series.isEmpty
      )
    }
    for (index, table) in PointTable.tables(of: result).enumerated() {
      PointTableView(table: table, mark: mark(Anchor.numbers(index, of: label)))
    }
    if !result.expectations.isEmpty {
      element("ul", ["class": "expectations"]) {
        for (index, expectation) in result.expectations.enumerated() { item(expectation, index: index) }
      }
    }
    if !result.fields.isEmpty { fields }
  }

  private func item(_ expectation: ExpectationResult, index: Int) -> HTMLNode {
    element("li", ["class": Self.styleClass(expectation.outcome), "id": Anchor.expectation(index, of: label)]) {
      element("strong") { Self.verdict(expectation.outcome) }
      " "
      element("code") { expectation.text }
      switch expectation.outcome {
      case .held: ": measured \(QuantityText.text(expectation.measured))"
      case .failed:
        ": measured \(QuantityText.text(expectation.measured)) (\(notebookName):\(expectation.position.line))"
      case .notChecked(let reason): " because \(reason); measured \(QuantityText.text(expectation.measured))"
      }
    }
  }

  private func mark(_ anchor: String) -> ExhibitMark { ExhibitMark(anchor: anchor, number: numbers[anchor]) }

  private var fields: HTMLNode {
    element("details", ["class": "numbers"]) {
      element("summary") { "Numbers that the text can name" }
      element("dl") {
        for field in result.fields {
          element("div") {
            element("dt") { "\(label).\(field.name)" }
            element("dd") { QuantityText.text(field.quantity) }
          }
        }
      }
    }
  }

  private static func verdict(_ outcome: ExpectationResult.Outcome) -> String {
    switch outcome {
    case .held: "✓ held"
    case .failed: "✗ failed"
    case .notChecked: "– not checked"
    }
  }

  private static func styleClass(_ outcome: ExpectationResult.Outcome) -> String {
    switch outcome {
    case .held: "good"
    case .failed: "bad"
    case .notChecked: "open"
    }
  }
}

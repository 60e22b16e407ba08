import NotebookResults
import NotebookSyntax

/// What a cell that ran shows: notices, outputs, expectations and the numbers it leaves behind.
struct FinishedCell: HTMLComponent {
  let label: String
  let result: CellResult
  let notebookName: String
  let text: ProseText

  var body: [HTMLNode] {
    for notice in result.notices {
      element("p", ["class": "box notice"]) {
        element("strong") { text.phrases.note }
        notice
      }
    }
    for (index, output) in result.outputs.enumerated() {
      OutputView(
        output: output.translated(by: text.phrases.words), mark: mark(Anchor.output(index, of: label)),
        charts: text.report.header.charts,
        showsNumbers: result.series.isEmpty, foldsTables: hasSeveralTables, phrases: text.phrases,
        language: language(of: output))
    }
    for (index, table) in text.numbers.tables(of: label).enumerated() {
      PointTableView(table: table, mark: mark(Anchor.numbers(index, of: label)), rows: text.phrases.rows)
    }
    if !result.expectations.isEmpty {
      element("ul", ["class": "expectations"]) {
        for (index, expectation) in result.expectations.enumerated() { item(expectation, index: index) }
      }
    }
    if !result.fields.isEmpty { fields }
  }

  /// What is not translated is marked as English on a page of another language.
  private func language(of output: CellOutput) -> String? {
    if case .table(let table) = output, text.phrases.words.known(table.caption) != nil { return nil }
    return Phrases.englishTag(on: text.report.header.language)
  }

  private var hasSeveralTables: Bool {
    result.outputs.count { if case .table = $0 { true } else { false } } > 1
  }

  private func item(_ expectation: ExpectationResult, index: Int) -> HTMLNode {
    element("li", ["class": Self.styleClass(expectation.outcome), "id": Anchor.expectation(index, of: label)]) {
      element("strong") { verdict(expectation.outcome) }
      " "
      element("code") { expectation.text }
      switch expectation.outcome {
      case .held: ": \(text.phrases.measured) \(QuantityText.text(expectation.measured))"
      case .failed:
        ": \(text.phrases.measured) \(QuantityText.text(expectation.measured)) (\(notebookName):\(expectation.position.line))"
      case .notChecked(let reason):
        "\(text.phrases.because)\(reason); \(text.phrases.measured) \(QuantityText.text(expectation.measured))"
      }
    }
  }

  private func mark(_ anchor: String) -> ExhibitMark { ExhibitMark(anchor: anchor, number: text.numbers[anchor]) }

  private var fields: HTMLNode {
    element("details", ["class": "numbers", "lang": text.furnitureTag]) {
      element("summary") { text.phrases.fields }
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

  private func verdict(_ outcome: ExpectationResult.Outcome) -> String {
    switch outcome {
    case .held: text.phrases.held
    case .failed: text.phrases.failed
    case .notChecked: text.phrases.notChecked
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

import NotebookResults

/// What a reader must know before the first line: what went wrong, and what stands in for what.
struct Banner: HTMLComponent {
  let report: RunReport

  var body: [HTMLNode] {
    let problems = report.problems
    if !problems.isEmpty { box(problems, title: title(report.outcome), styleClass: "box bad") }
    if !report.notices.isEmpty { box(report.notices, title: phrases.notices, styleClass: "box notice") }
    if problems.isEmpty, report.cells.contains(where: \.isOpen) {
      element("p", ["class": "box open", "lang": furnitureTag]) { phrases.open }
    }
  }

  private var phrases: Phrases.Outcome { Phrases.of(report.header.language).outcome }

  /// The language of what the page says of itself, where it is not that of the page.
  private var furnitureTag: String? { Phrases.of(report.header.language).tag(on: report.header.language) }

  private func box(_ remarks: [Remark], title: String, styleClass: String) -> HTMLNode {
    element("aside", ["lang": furnitureTag, "class": styleClass, "aria-label": title]) {
      element("p") { element("strong") { title } }
      // What went wrong is told in the words of the cells.
      element("ul", ["lang": furnitureTag == nil ? Phrases.englishTag(on: report.header.language) : nil]) {
        for remark in remarks {
          element("li") {
            element("a", ["href": "#\(remark.anchor)"]) { remark.cell }
            ": \(remark.text)"
          }
        }
      }
    }
  }

  private func title(_ outcome: RunOutcome) -> String {
    switch outcome {
    case .succeeded: phrases.succeeded
    case .failed: phrases.failed
    case .interrupted: phrases.interrupted
    case .expectationFailed: phrases.missed
    }
  }
}

extension RunReport.CellState {
  /// Whether there is still something to run.
  fileprivate var isOpen: Bool {
    switch self {
    case .notRun, .paused: true
    case .finished, .failed: false
    }
  }
}

/// A sentence about a place of the page.
struct Remark {
  let cell: String
  let anchor: String
  let text: String
}

extension RunReport {
  /// Failures, expectations that failed and figures that differ, in the order of the page.
  var problems: [Remark] {
    header.cells.flatMap { cell -> [Remark] in
      switch cells[cell.index] {
      case .notRun: []
      case .paused(let pause):
        pause.isInterruption ? [Remark(cell: cell.label, anchor: cell.label, text: pause.phrase)] : []
      case .failed(let failure): [Remark(cell: cell.label, anchor: cell.label, text: failure.message)]
      case .finished(let result): Self.problems(of: result, label: cell.label)
      }
    }
  }

  var notices: [Remark] {
    header.cells.flatMap { cell -> [Remark] in
      guard case .finished(let result) = cells[cell.index] else { return [] }
      return result.notices.map { Remark(cell: cell.label, anchor: cell.label, text: $0) }
    }
  }

  private static func problems(of result: CellResult, label: String) -> [Remark] {
    let expectations = result.expectations.enumerated().compactMap { index, expectation -> Remark? in
      guard expectation.outcome == .failed else { return nil }
      let text = "expected \(expectation.text), measured \(QuantityText.text(expectation.measured))"
      return Remark(cell: label, anchor: Anchor.expectation(index, of: label), text: text)
    }
    let comparisons = result.outputs.enumerated().flatMap { index, output -> [Remark] in
      guard case .comparison(let comparison) = output else { return [] }
      return comparison.differing.map { row in
        let reported = row.reported.map { ", reported \(QuantityText.text($0))" } ?? ""
        let text = "\(row.subject) – measured \(ComparisonText.text(measured: row.measured))\(reported)"
        return Remark(cell: label, anchor: Anchor.output(index, of: label), text: text)
      }
    }
    return comparisons + expectations
  }
}

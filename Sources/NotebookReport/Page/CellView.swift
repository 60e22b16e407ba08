import NotebookResults
import NotebookSyntax

/// A cell: what was asked for and what came of it.
struct CellView: HTMLComponent {
  let cell: RunHeader.CellHeader
  let report: RunReport
  let text: ProseText
  /// The cell after which none ran.
  let stoppedCell: RunHeader.CellHeader?
  /// Whether a cell that is on its way goes on while the page is looked at.
  let isRunning: Bool

  var body: [HTMLNode] {
    element(
      "section", ["class": "cell", "id": cell.label, "aria-label": "\(cell.keyword) \(phrases.name) \(cell.label)"]
    ) {
      element("details", ["class": "directive", "open": report.header.sources == .open ? "" : nil]) {
        element("summary") {
          element("code", ["class": "keyword"]) { "{\(cell.keyword)}" }
          " "
          element("span", ["class": "label"]) { cell.label }
          " "
          element("span", ["class": "place"]) { "\(report.header.notebookName):\(cell.line)" }
        }
        DirectiveSource(source: cell.source)
      }
      element(
        "a", ["class": "here", "href": "#\(cell.label)", "aria-label": "\(text.phrases.linkToCell) \(cell.label)"])
      if let caption = cell.caption {
        element("p", ["class": "caption"]) { text.inline(caption.prose) }
      }
      switch report.cells[cell.index] {
      case .finished(let result):
        finished(result)
      case .paused(let pause):
        paused(pause)
        finished(pause.result)
      case .failed(let failure): failed(failure)
      case .notRun: notRun
      }
    }
  }

  private var phrases: Phrases.Cell { text.phrases.cell }

  /// What the program says, which is English.
  private func said(_ words: String) -> HTMLNode {
    Phrases.englishTag(on: report.header.language).map { tag in element("span", ["lang": tag]) { words } }
      ?? .text(words)
  }

  private func finished(_ result: CellResult) -> FinishedCell {
    FinishedCell(
      label: cell.label, result: result, notebookName: report.header.notebookName, text: text)
  }

  private func paused(_ pause: CellPause) -> HTMLNode {
    let goesOn = isRunning && !pause.isInterruption
    return element("p", ["class": pause.isInterruption ? "box bad" : "box open"]) {
      element("strong") { pause.isInterruption ? phrases.interrupted : goesOn ? phrases.running : phrases.paused }
      phrases.colon
      said("\(goesOn ? pause.progress.phrase : pause.phrase).")
    }
  }

  private func failed(_ failure: CellFailure) -> HTMLNode {
    element("div", ["class": "box bad"]) {
      element("p") {
        element("strong") { failure.kind == .interrupted ? phrases.interrupted : phrases.failed }
        phrases.at
        element("code") { "\(report.header.notebookName):\(cell.line)" }
        phrases.colon
        said(failure.message)
      }
      if let suggestion = failure.suggestion {
        element("p") {
          phrases.suggestion
          said(suggestion)
        }
      }
    }
  }

  @HTMLBuilder private var notRun: [HTMLNode] {
    element("p", ["class": "box open"]) {
      element("strong") { phrases.notRun }
      if let stoppedCell {
        phrases.becauseOf
        element("a", ["href": "#\(stoppedCell.label)"]) { stoppedCell.label }
        phrases.didNotFinish
      }
      phrases.stop
    }
  }
}

extension RunReport {
  /// The cell after which none ran.
  var stoppedCell: RunHeader.CellHeader? {
    header.cells.first { cell in
      switch cells[cell.index] {
      case .failed: true
      case .paused(let pause): pause.isInterruption
      case .finished, .notRun: false
      }
    }
  }
}

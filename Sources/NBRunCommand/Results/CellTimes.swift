import Foundation
import NotebookResults

/// The seconds each cell of a run took: a fold over its events, kept out of every page.
struct CellTimes {
  struct Row {
    let notebook: String
    let cell: RunHeader.CellHeader
    let seconds: Double
    /// The step that it had come to.
    let steps: Int
  }

  private(set) var rows: [Row] = []
  private var start = ContinuousClock.now
  private var steps = 0

  mutating func record(_ event: RunEvent, of header: RunHeader) {
    switch event {
    case .runStarted, .cellReused: break
    case .cellStarted: (start, steps) = (.now, 0)
    case .progress(_, let progress): steps = progress.step
    case .cellFinished(let index, _), .cellFailed(let index, _), .cellPaused(let index, _):
      guard let cell = header.cell(index) else { return }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      rows.append(Row(notebook: header.notebookName, cell: cell, seconds: seconds, steps: steps))
    }
  }

  /// The time of a cell; nil when nobody took it.
  func seconds(of cell: RunHeader.CellHeader) -> Double? {
    rows.first { $0.cell.index == cell.index }?.seconds
  }

  /// Seconds as programs read them: a decimal number without an exponent.
  static func text(_ seconds: Double) -> String { String(format: "%.6f", seconds) }
}

/// T matrices of B rows in panels of sixteen columns: [T][panel][gate][B][16].
///
/// A view of an arena's memory. The gates of the same sixteen columns lie side by side, each a panel of its own, so that all panels of a step
/// are equally far apart: blocks. The columns are filled up to whole panels; what stands in the added ones never reaches the others.
package struct PanelMatrix {
  static let width = 16

  let base: UnsafeMutablePointer<Float>
  let steps: Int
  /// Columns of one gate, without those that fill up the last panel.
  let columns: Int
  let gates: Int
  /// The room for rows.
  let rows: Int

  /// The room that a matrix of at least so many rows takes, such that the starts of panels do not all share the same cache sets.
  static func room(rows: Int) -> Int {
    rows % 8 == 0 ? rows + 2 : rows
  }

  /// The floats of a matrix with room for so many rows, as a number that may be too large to be had.
  static func floats(steps: Int, columns: Int, gates: Int = 1, rows: Int) -> Double {
    Double(steps) * Double(panels(columns) * width) * Double(gates) * Double(rows)
  }

  /// How many panels hold so many columns.
  static func panels(_ columns: Int) -> Int { (columns + width - 1) / width }

  /// How many columns of the last panel are in use.
  static func columnsInLastPanel(_ columns: Int) -> Int { columns - (panels(columns) - 1) * width }

  /// The first block of which no more than half of the columns are in use; how many blocks there are where all are in use.
  var firstHalfBlock: Int {
    (PanelMatrix.columnsInLastPanel(columns) > PanelMatrix.width / 2 ? panels : panels - 1) * gates
  }

  /// Panels of one gate.
  var panels: Int { PanelMatrix.panels(columns) }
  /// The floats from one panel of a gate to its next.
  var panelStride: Int { gates * rows * PanelMatrix.width }

  /// The floats from one block to the next.
  var blockStride: Int { rows * PanelMatrix.width }

  /// The floats from one step to the next.
  var stepStride: Int { panels * gates * blockStride }

  /// The first row of a block: [B][16].
  @inline(__always)
  func block(step: Int, _ block: Int) -> UnsafeMutablePointer<Float> {
    base + step * stepStride + block * blockStride
  }

  /// The first row of a panel: [B][16].
  @inline(__always)
  func panel(step: Int, _ panel: Int, gate: Int = 0) -> UnsafeMutablePointer<Float> {
    block(step: step, panel * gates + gate)
  }

  /// The matrix of one step.
  func step(_ step: Int) -> PanelMatrix {
    PanelMatrix(base: panel(step: step, 0), steps: 1, columns: columns, gates: gates, rows: rows)
  }

  /// Some of the steps.
  func steps(_ range: Range<Int>) -> PanelMatrix {
    PanelMatrix(base: panel(step: range.lowerBound, 0), steps: range.count, columns: columns, gates: gates, rows: rows)
  }

  /// The rows from one of them.
  func rows(from row: Int) -> PanelMatrix {
    PanelMatrix(base: base + row * PanelMatrix.width, steps: steps, columns: columns, gates: gates, rows: rows)
  }

  /// Takes one row of one step.
  func fill(from source: UnsafePointer<Float>, row: Int, step: Int) {
    for panel in 0..<panels {
      let used = min(PanelMatrix.width, columns - panel * PanelMatrix.width)
      (self.panel(step: step, panel) + row * PanelMatrix.width)
        .update(from: source + panel * PanelMatrix.width, count: used)
    }
  }

  /// One element of the first gate.
  subscript(step step: Int, row row: Int, column column: Int) -> Float {
    get { panel(step: step, column / PanelMatrix.width)[row * PanelMatrix.width + column % PanelMatrix.width] }
    nonmutating set {
      panel(step: step, column / PanelMatrix.width)[row * PanelMatrix.width + column % PanelMatrix.width] = newValue
    }
  }
}

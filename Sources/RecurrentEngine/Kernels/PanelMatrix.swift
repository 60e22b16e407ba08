/// T matrices of B rows in panels of sixteen columns: [T][panel][gate][B][16].
///
/// A view of an arena's memory. The gates of the same sixteen columns lie side by side, each a panel of its own. The columns are filled up
/// to whole panels and the rows to whole tiles; what stands in the added ones never reaches the others.
struct PanelMatrix {
  static let width = 16

  let base: UnsafeMutablePointer<Float>
  let steps: Int
  /// Columns of one gate, without those that fill up the last panel.
  let columns: Int
  let gates: Int
  /// The room for rows, a whole number of tiles.
  let rows: Int

  /// The room that a matrix of at least so many rows takes: whole tiles, and panels whose starts do not all share the same cache sets.
  static func room(rows: Int) -> Int {
    let tiles = (rows + ProductTile.rows - 1) / ProductTile.rows
    let room = tiles * ProductTile.rows
    return room % 16 == 0 ? room + ProductTile.rows : room
  }

  /// How many panels hold so many columns.
  static func panels(_ columns: Int) -> Int { (columns + width - 1) / width }

  /// Panels of one gate.
  var panels: Int { PanelMatrix.panels(columns) }
  /// The floats from one panel of a gate to its next.
  var panelStride: Int { gates * rows * PanelMatrix.width }

  /// The first row of a panel: [B][16].
  @inline(__always)
  func panel(step: Int, _ panel: Int, gate: Int = 0) -> UnsafeMutablePointer<Float> {
    base + ((step * panels + panel) * gates + gate) * rows * PanelMatrix.width
  }

  /// The matrix of one step.
  func step(_ step: Int) -> PanelMatrix {
    PanelMatrix(base: panel(step: step, 0), steps: 1, columns: columns, gates: gates, rows: rows)
  }

  /// One element of the first gate.
  subscript(step step: Int, row row: Int, column column: Int) -> Float {
    get { panel(step: step, column / PanelMatrix.width)[row * PanelMatrix.width + column % PanelMatrix.width] }
    nonmutating set {
      panel(step: step, column / PanelMatrix.width)[row * PanelMatrix.width + column % PanelMatrix.width] = newValue
    }
  }
}

import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// Draws a number of a sweep over two parameters as a grid of shades.
struct HeatMapAction: DirectAction {
  let title: String
  let reference: FieldReference
  let swept: SweptNumbers
  let isLargerBetter: Bool?
  let style: ChartStyle

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    let (down, across) = (swept.axes[0], swept.axes[1])
    let cells = down.values.indices.map { row in
      across.values.indices.map { column -> HeatMap.Cell in
        let group = swept.groups[row * across.values.count + column]
        return session.quantity(reference.of(group)).map { .quantity($0) } ?? .failed
      }
    }
    let map = HeatMap(
      title: title, rowLabel: down.name, columnLabel: across.name, rows: down.values, columns: across.values,
      cells: cells, isLargerBetter: isLargerBetter, range: style.yRange, scale: style.yScale ?? .linear)
    return CellResult(outputs: [.heatMap(map)])
  }
}

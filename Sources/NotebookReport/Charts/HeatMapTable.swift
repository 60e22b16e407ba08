import NotebookResults

/// The numbers of a heat map as a table.
enum HeatMapTable {
  static func table(of map: HeatMap, in words: DrawingPhrases.HeatMap) -> Table {
    Table(
      caption: words.caption(map.title, map.rowLabel, map.columnLabel), columns: [map.rowLabel] + map.columns,
      rows: zip(map.rows, map.cells).map { [.text($0)] + $1.map { value(of: $0, in: words) } })
  }

  private static func value(of cell: HeatMap.Cell, in words: DrawingPhrases.HeatMap) -> Table.Value {
    switch cell {
    case .quantity(let quantity): .quantity(quantity)
    case .failed: .text(words.failed)
    case .missing: .empty
    }
  }
}

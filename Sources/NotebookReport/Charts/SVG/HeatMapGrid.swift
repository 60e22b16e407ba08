import NotebookResults
import NotebookSyntax

/// Where the tiles of a heat map lie in SVG, and the names beside and above them.
struct HeatMapGrid {
  /// A row: where it begins, how high it is, and its name in as many lines as it takes.
  struct Row {
    let y: Int
    let height: Int
    let name: [String]
  }

  let left: Int
  let top: Int
  let tileWidth: Int
  let rows: [Row]
  /// The names of the columns, each in as many lines as it takes.
  let heads: [[String]]

  private static let tileHeight = 30

  init(_ map: HeatMap, in size: SVGSize) {
    let third = size.width / 3
    let names = map.rows.map { TextWidth.pieces(VisibleText.escaping($0), columns: SVGSize.letters(third)) }
    let widest = (names.joined() + [map.rowLabel]).map { TextWidth.columns($0) }.max() ?? 0
    left = SVGSize.edge + min(third, widest * SVGSize.letter) + 8
    tileWidth = max(1, (size.width - SVGSize.edge - left) / map.columns.count)
    let letters = SVGSize.letters(tileWidth)
    heads = map.columns.map { TextWidth.pieces(VisibleText.escaping($0), columns: letters) }
    top = 8 + SVGSize.line * (1 + (heads.map(\.count).max() ?? 1))
    var y = top
    rows = names.map { name in
      let row = Row(y: y, height: max(Self.tileHeight, SVGSize.line * name.count), name: name)
      y += row.height
      return row
    }
  }

  var right: Int { left + tileWidth * heads.count }
  var bottom: Int { rows.last.map { $0.y + $0.height } ?? top }

  func x(_ column: Int) -> Int { left + column * tileWidth }

  /// The middle of a tile.
  func middle(_ column: Int) -> Int { x(column) + tileWidth / 2 }

  /// A text in the middle of a row's height, the lines of a name around it.
  func baseline(_ row: Int, line: Int = 0, of lines: Int = 1) -> Int {
    rows[row].y + rows[row].height / 2 + 5 + SVGSize.line * line - SVGSize.line * (lines - 1) / 2
  }

  /// The names, and what goes down and across.
  @HTMLBuilder func names(of map: HeatMap) -> [HTMLNode] {
    let above = top - 6
    SVGSize.text(map.columnLabel, x: (left + right) / 2, y: 18, anchor: "middle")
    SVGSize.text(map.rowLabel, x: SVGSize.edge, y: above)
    for (column, head) in heads.enumerated() {
      for (line, piece) in head.enumerated() {
        SVGSize.text(
          piece, x: middle(column), y: above - SVGSize.line * (head.count - 1 - line), anchor: "middle")
      }
    }
    for (row, place) in rows.enumerated() {
      for (line, piece) in place.name.enumerated() {
        SVGSize.text(piece, x: SVGSize.edge, y: baseline(row, line: line, of: place.name.count))
      }
    }
  }
}

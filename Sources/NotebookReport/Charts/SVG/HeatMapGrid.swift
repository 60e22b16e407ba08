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
  let right: Int
  /// The names of the columns with the middle of each line, from the lowest line up.
  private let heads: [(text: String, x: Int, line: Int)]

  private static let (tileHeight, narrowest) = (30, 4)

  init(_ map: HeatMap, on sheet: SVGSheet) {
    let third = sheet.width / 3
    let names = map.rows.map { TextWidth.pieces(VisibleText.escaping($0), columns: SVGSheet.letters(third)) }
    let widest = (names.joined() + [map.rowLabel]).map { TextWidth.columns($0) }.max() ?? 0
    left = SVGSheet.edge + min(third, widest * SVGSheet.letter) + 8
    tileWidth = max(Self.narrowest, (sheet.width - SVGSheet.edge - left) / map.columns.count)
    right = left + tileWidth * map.columns.count
    heads = Self.heads(map.columns.map(VisibleText.escaping), tileWidth: tileWidth, left: left)
    top = 8 + SVGSheet.line * (2 + (heads.map(\.line).max() ?? 0))
    var y = top
    rows = names.map { name in
      let row = Row(y: y, height: max(Self.tileHeight, SVGSheet.line * name.count), name: name)
      y += row.height
      return row
    }
  }

  var bottom: Int { rows.last.map { $0.y + $0.height } ?? top }

  /// In as many lines as they take, or where tiles are narrow in one those that do not touch one another.
  private static func heads(_ names: [String], tileWidth: Int, left: Int) -> [(text: String, x: Int, line: Int)] {
    let middles = names.indices.map { left + $0 * tileWidth + tileWidth / 2 }
    let letters = tileWidth / SVGSheet.letter
    if letters >= fewestLetters || names.allSatisfy({ TextWidth.columns($0) <= letters }) {
      return zip(names, middles).flatMap { name, x in
        TextWidth.pieces(name, columns: letters).reversed().enumerated().map { ($0.element, x, $0.offset) }
      }
    }
    let places = zip(names, middles).map { (column: ($1 - left) / SVGSheet.letter, label: $0) }
    let ticks = AxisTick.placed(
      places.prefix(1) + places.dropFirst().suffix(1) + places, columns: tileWidth * names.count / SVGSheet.letter,
      margin: 0)
    return ticks.map { ($0.label, left + ($0.start + $0.end) * SVGSheet.letter / 2, 0) }
  }

  /// Letters that a tile has to have room for where names are broken.
  private static let fewestLetters = 8

  func x(_ column: Int) -> Int { left + column * tileWidth }

  /// The middle of a tile.
  func middle(_ column: Int) -> Int { x(column) + tileWidth / 2 }

  /// A text in the middle of a row's height, the lines of a name around it.
  func baseline(_ row: Int, line: Int = 0, of lines: Int = 1) -> Int {
    rows[row].y + rows[row].height / 2 + 5 + SVGSheet.line * line - SVGSheet.line * (lines - 1) / 2
  }

  /// The names, and what goes down and across.
  @HTMLBuilder func names(of map: HeatMap) -> [HTMLNode] {
    let above = top - 6
    SVGSheet.text(map.columnLabel, x: (left + right) / 2, y: 18, anchor: "middle")
    SVGSheet.text(map.rowLabel, x: SVGSheet.edge, y: above)
    for head in heads {
      SVGSheet.text(head.text, x: head.x, y: above - SVGSheet.line * head.line, anchor: "middle")
    }
    for (row, place) in rows.enumerated() {
      for (line, piece) in place.name.enumerated() {
        SVGSheet.text(piece, x: SVGSheet.edge, y: baseline(row, line: line, of: place.name.count))
      }
    }
  }
}

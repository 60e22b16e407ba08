import NotebookResults
import NotebookSyntax

/// A heat map in plain ASCII characters: a tile of shades for each cell, with its number where all of them fit.
struct HeatMapPlot {
  let lines: [InkedLine]
  /// Whether the numbers stand in the tiles.
  let hasNumbers: Bool

  init(_ map: HeatMap, width: Int, in words: DrawingPhrases.HeatMap = DrawingPhrases.english.heatMap) {
    let (shades, best) = (ShadeScale(map), map.best)
    let names = RowNames(map.rows, below: map.rowLabel, atMost: width / 3)
    let columns = map.columns.map(VisibleText.escaping)
    let tiles = TileSize(map, columns: columns, room: max(12, width - names.margin))
    let (rowLabel, columnLabel) = (VisibleText.escaping(map.rowLabel), VisibleText.escaping(map.columnLabel))
    let heading = names.areBeside ? columnLabel : words.heading(rowLabel, columnLabel)
    let corner = names.areBeside ? TextWidth.padded(rowLabel, to: names.margin) : names.blank

    var lines: [String] = []
    for block in tiles.blocks(of: columns.count) {
      if block.lowerBound > 0 { lines.append("") }
      lines += TextWidth.pieces(heading, columns: width - names.margin).map { names.blank + $0 }
      let head = tiles.head(block.map { columns[$0] })
      for (index, line) in head.enumerated() {
        lines.append((index + 1 == head.count ? corner : names.blank) + line)
      }
      for row in map.rows.indices {
        lines += names.above(row, width: width)
        let drawn = block.map {
          tiles.lines(of: map.cells[row][$0], shades, isBest: best == HeatMap.Place(row: row, column: $0))
        }
        for line in 0..<tiles.rows {
          let leading = line == tiles.rows / 2 ? names.leading(row) : names.blank
          lines.append(leading + drawn.map { $0[line] }.joined(separator: tiles.gap))
        }
      }
    }
    lines += Self.legend(of: map, shades, width: width, in: words)
    self.lines = lines.map { InkedLine($0).trimmed }
    hasNumbers = tiles.hasNumbers
  }

  private static func legend(
    of map: HeatMap, _ shades: ShadeScale, width: Int, in words: DrawingPhrases.HeatMap
  ) -> [String] {
    var lines: [String] = []
    if let ends = shades.ends {
      let darker = map.isLargerBetter == nil ? words.darkerIsLarger : words.darkerIsBetter
      let remark = shades.isFlat ? nil : darker
      lines += ShadeLegend.lines(ends, map.shadeText, remark: remark, width: width)
    }
    var remarks: [String] = []
    if map.best != nil { remarks.append(words.best) }
    if map.places.contains(where: { map[$0].cameToNothing }) { remarks.append(words.nothing) }
    if !remarks.isEmpty { lines.append("  " + remarks.joined(separator: ", ")) }
    return lines
  }
}

extension HeatMap {
  /// A number in the form of those of the map.
  func shadeText(_ number: Double) -> String {
    for place in places {
      guard case .quantity(let quantity) = self[place], quantity.number == number else { continue }
      return BarText.short(quantity)
    }
    return QuantityText.real(number)
  }
}

/// How large the tiles of a heat map are, and their signs.
private struct TileSize {
  let columns: Int
  let rows: Int
  let hasNumbers: Bool
  /// What stands between tiles.
  let gap: String
  private let room: Int

  init(_ map: HeatMap, columns names: [String], room: Int) {
    self.room = room
    let numbers = map.places.map { Self.text(map[$0]).count }.max() ?? 0
    let name = names.map { TextWidth.columns($0) }.max() ?? 0
    func fits(_ columns: Int, gap: Int) -> Bool { names.count * (columns + gap) - gap <= room }
    let (roomy, tight) = (max(numbers + 4, min(name, Self.widest)), max(numbers + 2, min(name, Self.widest)))
    hasNumbers = fits(tight, gap: 1)
    if hasNumbers {
      columns = fits(roomy, gap: 1) ? roomy : tight
      rows = map.rows.count > Self.mostTall ? 1 : 3
      gap = " "
    } else {
      let wanted = max(Self.narrowest, min(name, Self.widest))
      gap = fits(wanted, gap: 1) ? " " : ""
      columns = fits(wanted, gap: gap.count) ? wanted : max(Self.narrowest, min(wanted, room / names.count))
      rows = 1
    }
  }

  private static let (narrowest, widest, mostTall) = (2, 12, 10)

  /// The names above tiles: in as many lines as they take, or in one those that do not touch one another.
  func head(_ names: [String]) -> [String] {
    if gap.isEmpty {
      let length = columns * names.count
      let even = names.enumerated().filter { $0.element.unicodeScalars.allSatisfy { TextWidth.columns($0) == 1 } }
      let places = even.map { (column: $0.offset * columns + columns / 2, label: $0.element) }
      let ticks = AxisTick.placed(places.prefix(1) + places.dropFirst().suffix(1) + places, columns: length, margin: 0)
      return [
        ticks.reduce(into: "") { $0 += String(repeating: " ", count: $1.start - $0.count) + $1.label }
      ]
    }
    let pieces = names.map { TextWidth.pieces($0, columns: columns) }
    let height = pieces.map(\.count).max() ?? 1
    return (0..<height).map { line in
      pieces.map { pieces in
        let index = line - (height - pieces.count)
        return centred(index < 0 ? "" : pieces[index])
      }.joined(separator: gap)
    }
  }

  private func centred(_ text: String) -> String {
    let left = max(0, columns - TextWidth.columns(text)) / 2
    return TextWidth.padded(String(repeating: " ", count: left) + text, to: columns)
  }

  /// The columns of the map in as many parts as it takes for their tiles to fit.
  func blocks(of count: Int) -> [Range<Int>] {
    let most = max(1, (room + gap.count) / (columns + gap.count))
    return stride(from: 0, to: count, by: most).map { $0..<min(count, $0 + most) }
  }

  /// The lines of a tile.
  func lines(of cell: HeatMap.Cell, _ shades: ShadeScale, isBest: Bool) -> [String] {
    let level = cell.number.flatMap(shades.level)
    let full = Array(repeating: level.map { ShadeRamp.signs[$0] } ?? " ", count: columns)
    var middle = full
    if hasNumbers {
      let text = Self.text(cell)
      let left = (columns - text.count - 2) / 2
      middle.replaceSubrange(left..<left + text.count + 2, with: isBest ? "[\(text)]" : " \(text) ")
    } else if isBest {
      (middle[0], middle[columns - 1]) = ("[", "]")
    } else if cell.cameToNothing {
      middle[columns / 2] = "x"
    }
    return (0..<rows).map { String($0 == rows / 2 ? middle : full) }
  }

  private static func text(_ cell: HeatMap.Cell) -> String {
    if case .quantity(let quantity) = cell, !cell.cameToNothing { return BarText.short(quantity) }
    return cell == .missing ? "" : "x"
  }
}

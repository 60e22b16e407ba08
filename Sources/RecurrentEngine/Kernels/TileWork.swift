import CVectorLanes

/// Something to be done tile by tile, in tiles of any shape.
protocol TileWork {
  /// Does one tile: rows from `row`, columns from the panel `panel`.
  func run<let height: Int, Columns: TileColumns>(
    _ tile: ProductTile<height, Columns>.Type, row: Int, panel: Int)
}

/// The shapes of tiles on this instruction set.
enum TileShape {
  /// The most panels side by side in a tile: as many as the registers hold sums of for six rows.
  @inline(__always)
  static var panels: Int { Int(LANES16_TILE_PANELS) }
  /// The most of them in a tile of an outer product: for eight rows, of which a panel has twice as many.
  @inline(__always)
  static var outerPanels: Int { min(panels, 3) }
}

extension TileWork {
  /// Does all tiles of the given rows and panels, panel by panel.
  ///
  /// Rows and panels are shared out evenly, so that no tile has many fewer sums than the others. In the last panel of a matrix half of the
  /// columns may be out of use: `columnsInLast` are not.
  @inline(__always)
  func runTiles(rows: Range<Int>, panels: Range<Int>, lastPanels: Range<Int>, columnsInLast: Int) {
    var panel = panels.lowerBound
    for width in EvenShares(panels.count, atMost: TileShape.panels) {
      switch width {
      case 4 where TileShape.panels >= 4: runColumn(PanelQuad.self, rows: rows, panel: panel)
      case 3 where TileShape.panels >= 3: runColumn(PanelTriple.self, rows: rows, panel: panel)
      case 2 where TileShape.panels >= 2: runColumn(PanelPair.self, rows: rows, panel: panel)
      default:
        if TileShape.panels == 1 && columnsInLast <= 8 && lastPanels.contains(panel) {
          runColumn(SIMD8<Float>.self, rows: rows, panel: panel)
        } else {
          runColumn(Lanes.self, rows: rows, panel: panel)
        }
      }
      panel += width
    }
  }

  @inline(__always)
  private func runColumn<Columns: TileColumns>(_ columns: Columns.Type, rows: Range<Int>, panel: Int) {
    var row = rows.lowerBound
    for height in EvenShares(rows.count, atMost: Columns.height) {
      switch height {
      case 6: run(ProductTile<6, Columns>.self, row: row, panel: panel)
      case 5: run(ProductTile<5, Columns>.self, row: row, panel: panel)
      case 4: run(ProductTile<4, Columns>.self, row: row, panel: panel)
      case 3: run(ProductTile<3, Columns>.self, row: row, panel: panel)
      case 2: run(ProductTile<2, Columns>.self, row: row, panel: panel)
      case 1: run(ProductTile<1, Columns>.self, row: row, panel: panel)
      case 7 where Columns.height > 6: run(ProductTile<7, Columns>.self, row: row, panel: panel)
      default: if Columns.height > 6 { run(ProductTile<8, Columns>.self, row: row, panel: panel) }
      }
      row += height
    }
  }
}

/// A number of rows or panels as the sizes of as few tiles as hold them, which differ by one at most.
struct EvenShares: Sequence, IteratorProtocol {
  private var remainingShares: Int
  private var remaining: Int

  init(_ count: Int, atMost size: Int) {
    remainingShares = (count + size - 1) / size
    remaining = count
  }

  @inline(__always)
  mutating func next() -> Int? {
    guard remainingShares > 0 else { return nil }
    let size = (remaining + remainingShares - 1) / remainingShares
    remainingShares -= 1
    remaining -= size
    return size
  }
}

import CVectorLanes

/// Something to be done tile by tile, in tiles of any shape.
protocol TileWork {
  /// Does one tile: rows from `row`, columns from the panel `panel`.
  func run<let height: Int, Columns: TileColumns>(
    _ tile: ProductTile<height, Columns>.Type, row: Int, panel: Int)
}

/// The shapes of tiles on this instruction set.
enum TileShape {
  /// Panels side by side in a tile: as many as the registers hold sums of.
  static let panels = Int(LANES16_TILE_PANELS)
}

extension TileWork {
  /// Does all tiles of the given rows and panels, panel by panel.
  ///
  /// The rows are shared out evenly, so that no tile is much lower than the others. In the last panel of a matrix half of the columns may
  /// be out of use: `columnsInLast` are not.
  @inline(__always)
  func runTiles(rows: Range<Int>, panels: Range<Int>, lastPanels: Range<Int>, columnsInLast: Int) {
    var panel = panels.lowerBound
    while panel < panels.upperBound {
      let remaining = panels.upperBound - panel
      if TileShape.panels >= 4 && remaining >= 4 {
        runColumn(PanelQuad.self, rows: rows, panel: panel)
        panel += 4
      } else if TileShape.panels >= 4 && remaining >= 2 {
        runColumn(PanelPair.self, rows: rows, panel: panel)
        panel += 2
      } else {
        if TileShape.panels == 1 && columnsInLast <= 8 && lastPanels.contains(panel) {
          runColumn(SIMD8<Float>.self, rows: rows, panel: panel)
        } else {
          runColumn(Lanes.self, rows: rows, panel: panel)
        }
        panel += 1
      }
    }
  }

  @inline(__always)
  private func runColumn<Columns: TileColumns>(_ columns: Columns.Type, rows: Range<Int>, panel: Int) {
    var row = rows.lowerBound
    for height in TileHeights(rows.count, atMost: Columns.height) {
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

/// A number of rows as the heights of as few tiles as hold them, which differ by one at most.
struct TileHeights: Sequence, IteratorProtocol {
  private var remainingTiles: Int
  private var remainingRows: Int

  init(_ rows: Int, atMost height: Int) {
    remainingTiles = (rows + height - 1) / height
    remainingRows = rows
  }

  @inline(__always)
  mutating func next() -> Int? {
    guard remainingTiles > 0 else { return nil }
    let height = (remainingRows + remainingTiles - 1) / remainingTiles
    remainingTiles -= 1
    remainingRows -= height
    return height
  }
}

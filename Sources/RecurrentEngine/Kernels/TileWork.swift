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
  /// The vector registers of sixteen lanes.
  @inline(__always)
  static var registersOfPanel: Int { Int(LANES16_REGISTERS) }
  /// The registers that hold sums: three quarters of those that there are.
  @inline(__always)
  static var sumRegisters: Int { 6 * panels * registersOfPanel }
}

extension TileWork {
  /// Does all tiles of the given rows and panels, a few panels at a time.
  ///
  /// Rows and panels are shared out evenly, so that no tile has many fewer sums than the others. From `firstHalf` on, the second halves of
  /// panels are not in use.
  @inline(__always)
  func runTiles(rows: Range<Int>, panels: Range<Int>, firstHalf: Int) {
    for group in PanelGroups(panels, firstHalf: firstHalf, atMost: TileShape.panels) {
      runTiles(rows: rows, group)
    }
  }

  /// Does all tiles of the given rows and of panels that go side by side.
  @inline(__always)
  func runTiles(rows: Range<Int>, _ group: PanelGroup) {
    let panel = group.panels.lowerBound
    switch (group.panels.count, group.isHalf) {
    case (4, false) where TileShape.panels >= 4: runColumn(PanelQuad.self, rows: rows, panel: panel)
    case (3, false) where TileShape.panels >= 3: runColumn(PanelTriple.self, rows: rows, panel: panel)
    case (2, false) where TileShape.panels >= 2: runColumn(PanelPair.self, rows: rows, panel: panel)
    case (4, true) where TileShape.panels >= 4: runColumn(HalfQuad.self, rows: rows, panel: panel)
    case (3, true) where TileShape.panels >= 3: runColumn(HalfTriple.self, rows: rows, panel: panel)
    case (2, true) where TileShape.panels >= 2: runColumn(HalfPair.self, rows: rows, panel: panel)
    case (_, true): runColumn(SIMD8<Float>.self, rows: rows, panel: panel)
    default: runColumn(Lanes.self, rows: rows, panel: panel)
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

/// Adjacent panels that go side by side in tiles, all of them whole or all of them half in use.
struct PanelGroup {
  let panels: Range<Int>
  let isHalf: Bool
}

/// Panels in groups of as many as a tile takes, those behind the last whole one in groups of their own.
struct PanelGroups: Sequence, IteratorProtocol {
  private var start: Int
  private var whole: EvenShares
  private var half: EvenShares

  init(_ panels: Range<Int>, firstHalf: Int, atMost size: Int) {
    let firstHalf = Swift.min(Swift.max(firstHalf, panels.lowerBound), panels.upperBound)
    start = panels.lowerBound
    whole = EvenShares(firstHalf - panels.lowerBound, atMost: size)
    half = EvenShares(panels.upperBound - firstHalf, atMost: size)
  }

  @inline(__always)
  mutating func next() -> PanelGroup? {
    let wholeCount = whole.next()
    guard let count = wholeCount ?? half.next() else { return nil }
    defer { start += count }
    return PanelGroup(panels: start..<start + count, isHalf: wholeCount == nil)
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

/// The gradient of a layer's kernel and bias: [x, 1, h]ᵀ·g over all steps and rows, in one product.
///
/// The batch is cut into blocks of 32 rows. In a block each element is one chain of fused multiply-adds over (step, row), steps ascending
/// and rows ascending within a step; the blocks are added in ascending order. The state's rows begin at step 1, for h starts as zero.
struct WeightGradient {
  /// Rows of the batch in one chain.
  static let blockRows = 32
  /// The most steps that are worked on at once, so that a panel of g stays in the nearest cache.
  private static let chunkSteps = 8
  private static let width = PanelMatrix.width
  private static let tileRows = ProductTile.rows

  let shape: KernelShape
  /// The layer's inputs, [T, B, D].
  let inputs: PanelMatrix
  /// The layer's outputs, of which each step meets the one before: [T, B, S].
  let states: PanelMatrix?
  /// The gradient of the sums before the activation, [T, B, G·H].
  let gradient: PanelMatrix

  /// Tiles of six rows of the kernel: those of the inputs and the bias, then those of the states.
  private var inputTiles: Int { (shape.inputs + 1 + Self.tileRows - 1) / Self.tileRows }
  private var tiles: Int { inputTiles + (shape.states + Self.tileRows - 1) / Self.tileRows }

  /// The floats of working memory that one part of a whole split into `parts` needs.
  func scratchCount(parts: Int) -> Int {
    let share = (tiles + parts - 1) / parts
    let packed = Self.chunkSteps * Self.blockRows * Self.tileRows
    return share * (packed + gradient.panels * gradient.gates * Self.tileRows * Self.width)
  }

  /// Writes one part of the gradient over the first `count` rows to its place in the flat array.
  ///
  /// `scratch` is working memory of this part alone.
  func compute(
    part: Int, of parts: Int, count: Int, into flat: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let share = tiles * part / parts..<tiles * (part + 1) / parts
    let packedCount = Self.chunkSteps * Self.blockRows * Self.tileRows
    let packed = scratch
    let sums = scratch + share.count * packedCount
    for blockStart in stride(from: 0, to: count, by: Self.blockRows) {
      let rows = blockStart..<min(blockStart + Self.blockRows, count)
      for chunkStart in stride(from: 0, to: gradient.steps, by: Self.chunkSteps) {
        let steps = chunkStart..<min(chunkStart + Self.chunkSteps, gradient.steps)
        for (index, tile) in share.enumerated() {
          pack(tile: tile, steps: steps, rows: rows, into: packed + index * packedCount)
        }
        for panel in 0..<gradient.panels * gradient.gates {
          for (index, tile) in share.enumerated() {
            let place = sums + (panel * share.count + index) * Self.tileRows * Self.width
            var sum = chunkStart == 0 ? ProductTile(rowsOf: Lanes(repeating: 0)) : ProductTile(place)
            let firstStep = tile < inputTiles ? steps.lowerBound : max(steps.lowerBound, 1)
            var left = UnsafePointer(packed + index * packedCount)
            for step in firstStep..<max(firstStep, steps.upperBound) {
              let right = gradient.panel(step: step, 0) + (panel * gradient.rows + rows.lowerBound) * Self.width
              sum.addOuterProducts(left, right, count: rows.count)
              left += rows.count * Self.tileRows
            }
            sum.store(place)
          }
        }
      }
      for panel in 0..<gradient.panels * gradient.gates {
        for (index, tile) in share.enumerated() {
          let place = sums + (panel * share.count + index) * Self.tileRows * Self.width
          add(place, tile: tile, panel: panel, into: flat, isFirst: blockStart == 0)
        }
      }
    }
  }

  /// Copies six columns of [x, 1] or of h for the given steps and rows: [step][row][6].
  private func pack(tile: Int, steps: Range<Int>, rows: Range<Int>, into packed: UnsafeMutablePointer<Float>) {
    var target = packed
    for step in steps {
      if tile >= inputTiles && step == 0 { continue }
      for column in 0..<Self.tileRows {
        var place = target + column
        if let source = source(column: column, of: tile, step: step) {
          for row in rows {
            place.pointee = source[row * Self.width]
            place += Self.tileRows
          }
        } else {
          let value: Float = tile < inputTiles && tile * Self.tileRows + column == shape.inputs ? 1 : 0
          for _ in rows {
            place.pointee = value
            place += Self.tileRows
          }
        }
      }
      target += rows.count * Self.tileRows
    }
  }

  /// The first row of a column of x or of h, whose rows are sixteen floats apart; nil for the column of ones and beyond the last.
  private func source(column offset: Int, of tile: Int, step: Int) -> UnsafePointer<Float>? {
    let isInput = tile < inputTiles
    let column = (isInput ? tile : tile - inputTiles) * Self.tileRows + offset
    guard column < (isInput ? shape.inputs : shape.states), let matrix = isInput ? inputs : states else { return nil }
    let panel = matrix.panel(step: isInput ? step : step - 1, column / Self.width)
    return UnsafePointer(panel + column % Self.width)
  }

  /// Adds a block's sums to the gradient, or writes them if it is the first block.
  private func add(
    _ sums: UnsafePointer<Float>, tile: Int, panel: Int, into flat: UnsafeMutablePointer<Float>, isFirst: Bool
  ) {
    let (unitPanel, gate) = panel.quotientAndRemainder(dividingBy: gradient.gates)
    let column = gate * shape.units + unitPanel * Self.width
    let used = min(Self.width, shape.units - unitPanel * Self.width)
    for row in 0..<Self.tileRows {
      guard let place = flatRow(tile: tile, row: row) else { continue }
      let target = flat + place + column
      let source = sums + row * Self.width
      if isFirst {
        target.update(from: source, count: used)
      } else {
        for lane in 0..<used { target[lane] += source[lane] }
      }
    }
  }

  /// Where a tile's row begins in the flat array; nil beyond the last row.
  private func flatRow(tile: Int, row: Int) -> Int? {
    if tile >= inputTiles {
      let state = (tile - inputTiles) * Self.tileRows + row
      return state < shape.states ? shape.offset + (shape.inputs + state) * shape.columns : nil
    }
    let input = tile * Self.tileRows + row
    if input == shape.inputs { return shape.biasRange.lowerBound }
    return input < shape.inputs ? shape.offset + input * shape.columns : nil
  }
}

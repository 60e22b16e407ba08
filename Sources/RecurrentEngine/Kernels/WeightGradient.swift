/// The gradient of a layer's kernel and bias: [x, h, 1]ᵀ·g over all steps and rows.
///
/// In a chain of rows each element is a sum of fused multiply-adds over (step, row), steps ascending and rows ascending within a step. The
/// state's rows begin at step 1 where h starts as zero. Threads divide chains and columns, so that no sum depends on their number.
struct WeightGradient {
  /// Rows of the batch in one chain.
  static let chainRows = 32
  /// The most steps that are worked on at once, so that a panel of x or h and one of g stay in the nearest cache.
  private static let chunkSteps = 4
  /// The most panels of h or x that are worked on at once, so that they and the sums stay in the second cache.
  private static let sidesAtOnce = 12
  private static let width = PanelMatrix.width

  let shape: KernelShape
  /// The layer's inputs, or nil where the kernel meets none.
  let inputs: StepInputs?
  /// The states before each step, [T, B, S] or more steps.
  let states: PanelMatrix?
  /// The gradient of the pre-activations, [T, B, G·H].
  let gradient: PanelMatrix
  /// Where the rows of the inputs and then that of the bias go if the kernel is folded, [D+1, G·H]; else they go to the flat array.
  let folded: PanelMatrix?

  /// Whether a bias is added, whose gradient is asked for.
  var hasBias = true

  /// The most blocks of columns that are worked on at once.
  static let blocksAtOnce = 12

  /// Blocks of sixteen columns.
  var blocks: Int { gradient.panels * gradient.gates }
  /// The floats of the sums of a chain: [block][row of the kernel, then that of the bias][16].
  var sumCount: Int { blocks * sumStride }

  /// The gradient as a layer hands it to whoever sums it up.
  var asParameterGradient: ParameterGradient {
    ParameterGradient(
      blocks: blocks, blocksAtOnce: Self.blocksAtOnce, sumCount: sumCount, work: sumStride * gradient.steps,
      sum: { sum($0, over: $1, carriesState: $2, into: $3) }, add: { add($0, of: $1, to: $2, isFirst: $3) })
  }

  /// The floats from the sums of one block of columns to the next: those of all rows of the kernel and of the bias.
  private var sumStride: Int { (shape.rows + 1) * Self.width }

  /// Writes the sums of a chain of rows for some blocks.
  ///
  /// A few steps at a time go to all sums that they belong to, those of the bias included, while they are in the caches.
  func sum(
    _ blocks: Range<Int>, over rows: Range<Int>, carriesState: Bool, into sums: UnsafeMutablePointer<Float>
  ) {
    let sides = sides(carriesState: carriesState)
    var shares = EvenShares(sides.count, atMost: Self.sidesAtOnce)
    var side = 0
    repeat {
      let count = shares.next() ?? 0
      forEachChunk { steps in
        multiply(sides[side..<side + count], blocks: blocks, steps: steps, rows: rows, into: sums)
        guard side == 0 else { return }
        if hasBias { addUp(blocks: blocks, steps: steps, rows: rows, into: sums) }
        if case .tokens(let tokens) = inputs {
          addUp(tokens, blocks: blocks, steps: steps, rows: rows, into: sums)
        }
      }
      side += count
    } while side < sides.count
  }

  /// Adds the sums of a chain for some blocks to the gradient, or writes them if the chain is the first.
  func add(
    _ blocks: Range<Int>, of sums: UnsafePointer<Float>, to flat: UnsafeMutablePointer<Float>, isFirst: Bool
  ) {
    for block in blocks {
      let (panel, gate) = block.quotientAndRemainder(dividingBy: shape.gates)
      let used = min(Self.width, shape.units - panel * Self.width)
      for row in 0..<shape.rows + (hasBias ? 1 : 0) {
        let source = sums + block * sumStride + row * Self.width
        let target =
          if let folded, !(shape.inputs..<shape.rows).contains(row) {
            folded.block(step: 0, block) + min(row, shape.inputs) * Self.width
          } else {
            flat + shape.place(row: row) + gate * shape.units + panel * Self.width
          }
        target.takeSums(source, count: used, isFirst: isFirst)
      }
    }
  }
}

extension WeightGradient {
  /// A panel of what the gradient is multiplied by.
  private struct Side {
    let matrix: PanelMatrix
    let panel: Int
    /// The step from which on it is not zero.
    let firstStep: Int
    /// The row of the kernel that its first column belongs to.
    let kernelRow: Int

    var columns: Int { min(PanelMatrix.width, matrix.columns - panel * PanelMatrix.width) }
  }

  /// The panels of h and then those of x, where that is numbers.
  private func sides(carriesState: Bool) -> [Side] {
    let states = sides(states, from: carriesState ? 0 : 1, at: shape.inputs)
    guard case .numbers(let inputs) = inputs else { return states }
    return states + sides(inputs, from: 0, at: 0)
  }

  private func sides(_ matrix: PanelMatrix?, from firstStep: Int, at kernelRow: Int) -> [Side] {
    guard let matrix else { return [] }
    return (0..<matrix.panels).map {
      Side(matrix: matrix, panel: $0, firstStep: firstStep, kernelRow: kernelRow + $0 * Self.width)
    }
  }

  private func forEachChunk(_ body: (Range<Int>) -> Void) {
    for start in stride(from: 0, to: gradient.steps, by: Self.chunkSteps) {
      body(start..<min(start + Self.chunkSteps, gradient.steps))
    }
  }

  /// Goes on with the sums by a few steps, for some panels of h or x.
  private func multiply(
    _ sides: ArraySlice<Side>, blocks: Range<Int>, steps: Range<Int>, rows: Range<Int>,
    into sums: UnsafeMutablePointer<Float>
  ) {
    for group in PanelGroups(blocks, firstHalf: gradient.firstHalfBlock, atMost: TileShape.outerPanels) {
      for side in sides.indices {
        let left = sides[side]
        let product = OuterProduct(
          left: left.matrix, leftPanel: left.panel, firstStep: left.firstStep, gradient: gradient, steps: steps,
          rows: rows, sums: sums + left.kernelRow * Self.width, sumStride: sumStride)
        product.runTiles(rows: 0..<left.columns, group)
        if isFar {
          // A share each time of what the next steps need of both sides.
          let next = steps.upperBound..<min(steps.upperBound + Self.chunkSteps, gradient.steps)
          for block in group.panels {
            gradient.fetchAhead(steps: next, block: block, share(side..<side + 1, of: sides.indices, in: rows))
          }
          left.matrix.fetchAhead(steps: next, block: left.panel, share(group.panels, of: blocks, in: rows))
        }
      }
    }
  }

  /// Whether the steps of a chain do not stay in the caches, so that they have to be fetched from memory.
  private var isFar: Bool {
    ((states?.columns ?? 0) + gradient.panels * gradient.gates * Self.width) * gradient.steps > Self.nearFloats
  }

  /// The floats of a row of a chain in the caches, about.
  private static let nearFloats = 1 << 16

  /// The rows that fall to some of several, if they are shared out among them all.
  private func share(_ some: Range<Int>, of all: Range<Int>, in rows: Range<Int>) -> Range<Int> {
    let start = rows.lowerBound + rows.count * (some.lowerBound - all.lowerBound) / all.count
    return start..<rows.lowerBound + rows.count * (some.upperBound - all.lowerBound) / all.count
  }

  /// Goes on by a few steps with the sums of the kernel's rows for tokens: each has the slopes of where its token stands.
  private func addUp(
    _ tokens: PanelMatrix, blocks: Range<Int>, steps: Range<Int>, rows: Range<Int>,
    into sums: UnsafeMutablePointer<Float>
  ) {
    if steps.lowerBound == 0 {
      for block in blocks { (sums + block * sumStride).update(repeating: 0, count: shape.inputs * Self.width) }
    }
    var block = blocks.lowerBound
    // So many blocks that their sums stay in the nearest cache.
    for count in EvenShares(blocks.count, atMost: 4) {
      let first = sums + block * sumStride
      for step in steps {
        let (slopes, numbers) = (gradient.block(step: step, block), tokens.panel(step: step, 0))
        for row in rows {
          let (place, slope) = (Int(numbers[row * Self.width]) * Self.width, row * Self.width)
          for block in 0..<count {
            let sum = first + block * sumStride
            sum.setLanes(place, sum.lanes(place) + slopes.lanes(block * gradient.blockStride + slope))
          }
        }
      }
      block += count
    }
  }

  /// Goes on with the sums for the bias by a few steps.
  private func addUp(
    blocks: Range<Int>, steps: Range<Int>, rows: Range<Int>, into sums: UnsafeMutablePointer<Float>
  ) {
    var block = blocks.lowerBound
    while block + 4 <= blocks.upperBound {
      addUp(PanelQuad.self, block: block, steps: steps, rows: rows, into: sums)
      block += 4
    }
    for block in block..<blocks.upperBound { addUp(Lanes.self, block: block, steps: steps, rows: rows, into: sums) }
  }

  @inline(__always)
  private func addUp<Columns: TileColumns>(
    _ type: Columns.Type, block: Int, steps: Range<Int>, rows: Range<Int>, into sums: UnsafeMutablePointer<Float>
  ) {
    let place = sums + block * sumStride + shape.rows * Self.width
    var sum = steps.lowerBound == 0 ? Columns(repeating: 0) : Columns(place, panelStride: sumStride)
    for step in steps {
      let slopes = UnsafePointer(gradient.block(step: step, block))
      for row in rows {
        sum = sum.adding(1, times: Columns(slopes + row * Self.width, panelStride: gradient.blockStride))
      }
    }
    sum.store(place, panelStride: sumStride)
  }
}

/// The sums of leftᵀ·g for one panel of `left`: tiles of kernel rows by columns of g.
private struct OuterProduct: TileWork {
  let left: PanelMatrix
  let leftPanel: Int
  /// The step from which on `left` is not zero.
  let firstStep: Int
  let gradient: PanelMatrix
  let steps: Range<Int>
  let rows: Range<Int>
  let sums: UnsafeMutablePointer<Float>
  let sumStride: Int

  @inline(__always)
  func run<let height: Int, Columns: TileColumns>(
    _ tile: ProductTile<height, Columns>.Type, row: Int, panel: Int
  ) {
    let width = PanelMatrix.width
    let place = sums + panel * sumStride + row * width
    var tile =
      steps.lowerBound == 0
      ? ProductTile<height, Columns>(rowsOf: Columns(repeating: 0))
      : ProductTile<height, Columns>(place, panelStride: sumStride)
    for step in max(steps.lowerBound, firstStep)..<max(steps.upperBound, firstStep) {
      let factors = left.panel(step: step, leftPanel) + rows.lowerBound * width + row
      let right = gradient.block(step: step, panel) + rows.lowerBound * width
      tile.addOuterProducts(factors, right, rightStride: gradient.blockStride, count: rows.count)
    }
    tile.store(place, panelStride: sumStride)
  }
}

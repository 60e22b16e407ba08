/// The gradient of a layer's kernel and bias: [x, h, 1]ᵀ·g over all steps and rows, in one product.
///
/// The batch is cut into chains of 32 rows. In a chain each element is a sum of fused multiply-adds over (step, row), steps ascending and
/// rows ascending within a step; the chains are added in ascending order. The state's rows begin at step 1 where h starts as zero.
/// Parts divide the columns, so that no sum depends on their number.
struct WeightGradient {
  /// Rows of the batch in one chain.
  static let chainRows = 32
  /// The most steps that are worked on at once, so that a panel of x or h and one of g stay in the nearest cache.
  private static let chunkSteps = 4
  /// The most panels of x or h, and blocks of columns, in one part, so that what it reads and adds up stays in the second cache.
  private static let leftPanels = 10
  private static let rightBlocks = 12
  /// Blocks of columns that a part of the bias adds up at once.
  private static let biasBlocks = 4
  private static let width = PanelMatrix.width

  let shape: KernelShape
  /// The layer's inputs, [T, B, D], or nil where the kernel meets none.
  let inputs: PanelMatrix?
  /// The states before each step, [T, B, S] or more steps.
  let states: PanelMatrix?
  /// The gradient of the pre-activations, [T, B, G·H].
  let gradient: PanelMatrix
  /// Where the rows of the inputs and then that of the bias go if the kernel is folded, [D+1, G·H]; else they go to the flat array.
  let folded: PanelMatrix?

  /// Blocks of sixteen columns.
  private var blocks: Int { gradient.panels * gradient.gates }
  /// The floats from the sums of one block of columns to the next: those of all rows of the kernel and of the bias.
  private var sumStride: Int { (shape.rows + 1) * Self.width }

  /// The floats of working memory that a part needs.
  var scratchCount: Int { max(Self.rightBlocks, Self.biasBlocks) * sumStride }

  /// A part of the gradient at some columns, to be computed at the same time as others if need be.
  enum Part {
    /// Rows of the kernel that meet panels of the inputs.
    case inputs(panels: Range<Int>, columns: Range<Int>)
    /// Rows of the kernel that meet panels of the states.
    case states(panels: Range<Int>, columns: Range<Int>)
    case bias(columns: Range<Int>)
  }

  /// The gradient as a layer hands it to whoever sums it up.
  var asParameterGradient: ParameterGradient {
    ParameterGradient(scratchCount: scratchCount) { parts(threads: $0) }
  }

  func parts(threads: Int) -> [GradientPart] {
    var parts: [Part] = []
    if let states { parts += products(of: states, threads: threads).map { .states(panels: $0, columns: $1) } }
    parts += inputParts(threads: threads) + chunks(blocks, of: Self.biasBlocks).map { .bias(columns: $0) }
    return parts.map { part in { compute(part, over: $0, into: $1, scratch: $2) } }
  }

  /// The parts of the rows that meet the inputs.
  func inputParts(threads: Int) -> [Part] {
    guard let inputs else { return [] }
    return products(of: inputs, threads: threads).map { .inputs(panels: $0, columns: $1) }
  }

  private func products(of left: PanelMatrix, threads: Int) -> [(panels: Range<Int>, columns: Range<Int>)] {
    let columns = chunks(blocks, of: min(Self.rightBlocks, (blocks + threads - 1) / threads))
    return chunks(left.panels, of: Self.leftPanels).flatMap { panels in columns.map { (panels, $0) } }
  }

  /// Whole numbers below `count` in as few equal ranges of at most `size` as possible.
  private func chunks(_ count: Int, of size: Int) -> [Range<Int>] {
    let chunks = (count + size - 1) / size
    return (0..<chunks).map { count * $0 / chunks..<count * ($0 + 1) / chunks }
  }

  /// Writes one part of the gradient over rows of the batch to its place in the flat array.
  func compute(
    _ part: Part, over batch: GradientRows, into flat: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    for start in stride(from: 0, to: batch.count, by: Self.chainRows) {
      let rows = start..<min(start + Self.chainRows, batch.count)
      let isFirst = start == 0 && !batch.continuesSums
      switch part {
      case .inputs(let panels, let columns):
        guard let inputs else { continue }
        multiply(inputs, panels, from: 0, at: 0, columns: columns, rows: rows, into: scratch)
        add(scratch, kernelRows: kernelRows(panels, of: shape.inputs, at: 0), columns, flat, isFirst: isFirst)
      case .states(let panels, let columns):
        guard let states else { continue }
        let firstStep = batch.carriesState ? 0 : 1
        multiply(states, panels, from: firstStep, at: shape.inputs, columns: columns, rows: rows, into: scratch)
        let kernelRows = kernelRows(panels, of: shape.states, at: shape.inputs)
        add(scratch, kernelRows: kernelRows, columns, flat, isFirst: isFirst)
      case .bias(let columns):
        addUp(columns: columns, rows: rows, into: scratch)
        add(scratch, kernelRows: shape.rows..<shape.rows + 1, columns, flat, isFirst: isFirst)
      }
    }
  }

  /// The rows of the kernel, from `start`, that meet some panels of a matrix of so many columns.
  private func kernelRows(_ panels: Range<Int>, of columns: Int, at start: Int) -> Range<Int> {
    start + panels.lowerBound * Self.width..<start + min(panels.upperBound * Self.width, columns)
  }

  /// Adds the sums of a chain to the gradient, or writes them if the chain is the first.
  private func add(
    _ sums: UnsafePointer<Float>, kernelRows: Range<Int>, _ columns: Range<Int>, _ flat: UnsafeMutablePointer<Float>,
    isFirst: Bool
  ) {
    for (index, block) in columns.enumerated() {
      let (panel, gate) = block.quotientAndRemainder(dividingBy: shape.gates)
      let used = min(Self.width, shape.units - panel * Self.width)
      for row in kernelRows {
        let source = sums + index * sumStride + row * Self.width
        let target =
          if let folded, !(shape.inputs..<shape.rows).contains(row) {
            folded.block(step: 0, block) + min(row, shape.inputs) * Self.width
          } else {
            flat + shape.place(row: row) + gate * shape.units + panel * Self.width
          }
        if isFirst {
          target.update(from: source, count: used)
        } else if used == Self.width {
          target.setLanes(0, target.lanes(0) + source.lanes(0))
        } else {
          for lane in 0..<used { target[lane] += source[lane] }
        }
      }
    }
  }
}

extension WeightGradient {
  /// Writes the sums of one chain for the rows of the kernel from `kernelRow`, which `left` meets from `firstStep` on.
  private func multiply(
    _ left: PanelMatrix, _ panels: Range<Int>, from firstStep: Int, at kernelRow: Int, columns: Range<Int>,
    rows: Range<Int>, into sums: UnsafeMutablePointer<Float>
  ) {
    for start in stride(from: 0, to: gradient.steps, by: Self.chunkSteps) {
      let steps = start..<min(start + Self.chunkSteps, gradient.steps)
      for (index, column) in columns.enumerated() {
        for panel in panels {
          let product = OuterProduct(
            left: left, leftPanel: panel, firstStep: firstStep, gradient: gradient, steps: steps, rows: rows,
            sums: sums + index * sumStride + (kernelRow + panel * Self.width) * Self.width, sumStride: sumStride,
            firstColumn: column)
          product.runTiles(
            rows: 0..<min(Self.width, left.columns - panel * Self.width), panels: column..<column + 1,
            lastPanels: blocks - shape.gates..<blocks, columnsInLast: PanelMatrix.columnsInLastPanel(shape.units))
        }
      }
    }
  }

  /// Writes the sums of one chain for the bias.
  private func addUp(columns: Range<Int>, rows: Range<Int>, into sums: UnsafeMutablePointer<Float>) {
    if columns.count == Self.biasBlocks {
      addUp(PanelQuad.self, column: columns.lowerBound, rows: rows, into: sums)
    } else {
      for (index, column) in columns.enumerated() {
        addUp(Lanes.self, column: column, rows: rows, into: sums + index * sumStride)
      }
    }
  }

  @inline(__always)
  private func addUp<Columns: TileColumns>(
    _ type: Columns.Type, column: Int, rows: Range<Int>, into sums: UnsafeMutablePointer<Float>
  ) {
    var sum = Columns(repeating: 0)
    for step in 0..<gradient.steps {
      let slopes = UnsafePointer(gradient.block(step: step, column))
      for row in rows {
        sum = sum.adding(1, times: Columns(slopes + row * Self.width, panelStride: gradient.blockStride))
      }
    }
    sum.store(sums + shape.rows * Self.width, panelStride: sumStride)
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
  /// The block of columns that `sums` begins with.
  let firstColumn: Int

  @inline(__always)
  func run<let height: Int, Columns: TileColumns>(
    _ tile: ProductTile<height, Columns>.Type, row: Int, panel: Int
  ) {
    let width = PanelMatrix.width
    let place = sums + (panel - firstColumn) * sumStride + row * width
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

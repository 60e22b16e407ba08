/// A dense layer without activation and the layer behind it as one: (x·A + a)·W + w is x·(A·W) + (a·W + w).
///
/// The product of the kernels is made once a step, and the rows of the batch go through it alone. To the layer behind, the D rows of A and
/// the row a are what a batch is: they pass it forwards, and their gradient comes back, by the same products.
package struct LinearFold {
  /// The linear layer in front: A [D, U] and a [U].
  private let front: KernelShape
  /// W [U, G·H], without the states.
  private let behind: PackedKernel
  /// The kernel of the layer behind, whose inputs are those of the layer in front.
  private let kernel: PackedKernel
  /// [A; a], [D+1, U].
  private let rows: PanelMatrix
  private let rowsGradient: PanelMatrix
  /// The gradient of [A·W; a·W + w], [D+1, G·H].
  let gradient: PanelMatrix
  private let weightGradient: WeightGradient
  /// The sums of a chain of the rows of A and a.
  private let sums: UnsafeMutablePointer<Float>

  /// Makes room for the fold of a linear layer into a kernel, the gradient of which has a place.
  init(_ front: KernelShape, into kernel: PackedKernel, gradient: PanelMatrix, arena: Arena) {
    let shape = kernel.shape
    self.front = front
    self.kernel = kernel
    self.gradient = gradient
    behind = PackedKernel(
      KernelShape(inputs: front.units, units: shape.units, gates: shape.gates, offset: shape.offset),
      needsInputGradient: true, arena: arena)
    rows = arena.matrix(steps: 1, columns: front.units, rows: front.inputs + 1)
    rowsGradient = arena.matrix(steps: 1, columns: front.units, rows: front.inputs + 1)
    weightGradient = WeightGradient(
      shape: behind.shape, inputs: .numbers(rows), states: nil, gradient: gradient, folded: nil, hasBias: false)
    sums = arena.floats(weightGradient.sumCount)
  }
}

extension LinearFold {
  /// Takes [A; a] from the flat array.
  func fill(_ parameters: UnsafePointer<Float>) {
    for row in 0...front.inputs {
      rows.fill(from: parameters + front.place(row: row), row: row, step: 0)
    }
  }

  /// Packs A·W and a·W + w for one panel of units of the layer behind.
  func packForward(unit panel: Int, _ parameters: UnsafePointer<Float>) {
    let shape = kernel.shape
    let blocks = panel * shape.gates..<(panel + 1) * shape.gates
    let inputs = front.inputs
    behind.packRows(unit: panel, parameters)
    behind.multiply(inputs: .numbers(rows), states: nil, into: kernel.packedRows, blocks: blocks, rows: 0..<inputs)
    kernel.packTransposeOfFold(unit: panel)
    kernel.packBias(unit: panel, parameters)
    let bias = kernel.packedBias
    for block in blocks {
      let sum = bias.block(step: 0, block).lanes(0)
      behind.multiply(
        inputs: .numbers(rows.rows(from: inputs)), states: nil, into: bias, blocks: block..<block + 1, rows: 0..<1)
      bias.block(step: 0, block).setLanes(0, bias.block(step: 0, block).lanes(0) + sum)
    }
  }

  /// The parts in which W is packed for the way back.
  var backwardUnits: Int { behind.backwardUnits }

  /// Packs one part of W for the way back.
  func packBackward(unit: Int, _ parameters: UnsafePointer<Float>) {
    behind.packBackward(unit: unit, parameters)
  }
}

extension LinearFold {
  /// The parts in which the gradients of A, a, W and w follow from that of the folded kernel over all rows of the batch.
  var unfolding: [(_ flat: UnsafeMutablePointer<Float>) -> Void] {
    let blocks = Array(stride(from: 0, to: weightGradient.blocks, by: WeightGradient.blocksAtOnce))
    return blocks.map { start in
      { unfoldBehind(start..<min(start + WeightGradient.blocksAtOnce, weightGradient.blocks), $0) }
    }
      + (0..<rows.panels).map { panel in { unfoldFront(panel: panel, $0) } } + [{ unfoldBias($0) }]
  }

  /// The gradient of W from its inputs, the rows of A and a, in some blocks of columns.
  private func unfoldBehind(_ blocks: Range<Int>, _ flat: UnsafeMutablePointer<Float>) {
    let (count, chain) = (front.inputs + 1, WeightGradient.chainRows)
    for start in stride(from: 0, to: count, by: chain) {
      weightGradient.sum(blocks, over: start..<min(start + chain, count), carriesState: false, into: sums)
      weightGradient.add(blocks, of: sums, to: flat, isFirst: start == 0)
    }
  }

  /// The gradients of A and a in one panel of columns.
  private func unfoldFront(panel: Int, _ flat: UnsafeMutablePointer<Float>) {
    behind.multiplyTransposed(
      gradient, intoInputs: rowsGradient, panels: panel..<panel + 1, rows: 0..<front.inputs + 1)
    let column = panel * PanelMatrix.width
    for row in 0...front.inputs {
      (flat + front.place(row: row) + column).update(
        from: rowsGradient.panel(step: 0, panel) + row * PanelMatrix.width,
        count: min(PanelMatrix.width, front.units - column))
    }
  }

  /// The gradient of w, which is that of the folded bias.
  private func unfoldBias(_ flat: UnsafeMutablePointer<Float>) {
    let shape = kernel.shape
    for block in 0..<gradient.panels * shape.gates {
      let (panel, gate) = block.quotientAndRemainder(dividingBy: shape.gates)
      let column = panel * PanelMatrix.width
      (flat + shape.biasOffset + gate * shape.units + column).update(
        from: gradient.panel(step: 0, panel, gate: gate) + front.inputs * PanelMatrix.width,
        count: min(PanelMatrix.width, shape.units - column))
    }
  }
}

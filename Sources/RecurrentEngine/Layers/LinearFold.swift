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
    behind.multiply(inputs: rows, states: nil, into: kernel.packedRows, blocks: blocks, rows: 0..<inputs)
    kernel.packTransposeOfFold(unit: panel)
    kernel.packBias(unit: panel, parameters)
    let bias = kernel.packedBias
    for block in blocks {
      let sum = bias.block(step: 0, block).lanes(0)
      behind.multiply(
        inputs: rows.rows(from: inputs), states: nil, into: bias, blocks: block..<block + 1, rows: 0..<1)
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
  /// A part of the gradients of A, a, W and w.
  private enum Part {
    case behind(WeightGradient.Part)
    case front(panel: Int)
    case bias
  }

  private var weightGradient: WeightGradient {
    WeightGradient(shape: behind.shape, inputs: rows, states: nil, gradient: gradient, folded: nil)
  }

  /// The floats of working memory that a part of the gradient needs.
  var scratchCount: Int { weightGradient.scratchCount }

  /// The parts for so many threads, each from the gradient of the folded kernel over all rows of the batch.
  func parts(threads: Int) -> [GradientPart] {
    let parts: [Part] =
      weightGradient.inputParts(threads: threads).map { .behind($0) }
      + (0..<rows.panels).map { .front(panel: $0) } + [.bias]
    return parts.map { part in { compute(part, into: $1, scratch: $2) } }
  }

  private func compute(_ part: Part, into flat: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>) {
    switch part {
    case .behind(let part):
      weightGradient.compute(part, over: GradientRows(count: front.inputs + 1), into: flat, scratch: scratch)
    case .front(let panel):
      behind.multiplyTransposed(
        gradient, intoInputs: rowsGradient, panels: panel..<panel + 1, rows: 0..<front.inputs + 1)
      let column = panel * PanelMatrix.width
      for row in 0...front.inputs {
        (flat + front.place(row: row) + column).update(
          from: rowsGradient.panel(step: 0, panel) + row * PanelMatrix.width,
          count: min(PanelMatrix.width, front.units - column))
      }
    case .bias:
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
}

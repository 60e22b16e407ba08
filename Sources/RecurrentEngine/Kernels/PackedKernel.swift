/// A layer's kernel laid out for the products of a training step, packed once a step.
final class PackedKernel {
  private static let width = PanelMatrix.width

  let shape: KernelShape
  /// For x·W: [panel][gate][D+S][16].
  private let forward: UnsafeMutablePointer<Float>
  /// The bias: [panel][gate][16].
  private let bias: UnsafeMutablePointer<Float>
  /// For g·Wᵀ onto the inputs, [panel of D][G·H][16]; nil where nobody asks for their gradient.
  private let inputTranspose: UnsafeMutablePointer<Float>?
  /// For g·Wᵀ onto the states: [panel of S][G·H][16].
  private let stateTranspose: UnsafeMutablePointer<Float>

  init(_ shape: KernelShape, needsInputGradient: Bool, arena: Arena) {
    self.shape = shape
    let width = PackedKernel.width
    let panels = PanelMatrix.panels(shape.units) * shape.gates
    forward = arena.floats(panels * shape.rows * width)
    bias = arena.floats(panels * width)
    inputTranspose =
      needsInputGradient ? arena.floats(PanelMatrix.panels(shape.inputs) * shape.columns * width) : nil
    stateTranspose = arena.floats(PanelMatrix.panels(shape.states) * shape.columns * width)
  }

  /// Packs what the forward pass needs from the flat array of parameters.
  func packForward(_ parameters: UnsafePointer<Float>) {
    let width = PackedKernel.width
    let kernel = parameters + shape.kernelRange.lowerBound
    let biases = parameters + shape.biasRange.lowerBound
    for panel in 0..<PanelMatrix.panels(shape.units) {
      let used = min(width, shape.units - panel * width)
      for gate in 0..<shape.gates {
        let column = gate * shape.units + panel * width
        let block = panel * shape.gates + gate
        for row in 0..<shape.rows {
          let target = forward + (block * shape.rows + row) * width
          target.update(from: kernel + row * shape.columns + column, count: used)
        }
        (bias + block * width).update(from: biases + column, count: used)
      }
    }
  }

  /// Packs what the backward pass needs from the flat array of parameters.
  func packBackward(_ parameters: UnsafePointer<Float>) {
    let kernel = parameters + shape.kernelRange.lowerBound
    if let inputTranspose { transpose(kernel, rows: shape.inputs, into: inputTranspose) }
    transpose(kernel + shape.inputs * shape.columns, rows: shape.states, into: stateTranspose)
  }

  private func transpose(_ kernel: UnsafePointer<Float>, rows: Int, into packed: UnsafeMutablePointer<Float>) {
    let width = PackedKernel.width
    for row in 0..<rows {
      let target = packed + (row / width) * shape.columns * width + row % width
      let source = kernel + row * shape.columns
      for column in 0..<shape.columns { target[column * width] = source[column] }
    }
  }

  /// Writes bias + x·W, and + h·W where there is a state, for one panel of every gate of one step.
  ///
  /// The inputs [B, D] and the states [B, S] go through the same registers, so that no sum visits memory half done.
  func multiply(
    inputs: PanelMatrix, states: PanelMatrix?, into sums: PanelMatrix, panel: Int, rows: Range<Int>
  ) {
    let width = PackedKernel.width
    let inputPanels = UnsafePointer(inputs.panel(step: 0, 0))
    for gate in 0..<shape.gates {
      let block = panel * shape.gates + gate
      let weights = UnsafePointer(forward + block * shape.rows * width)
      let start = bias.lanes(block * width)
      let target = sums.panel(step: 0, panel, gate: gate)
      for row in stride(from: rows.lowerBound, to: rows.upperBound, by: ProductTile.rows) {
        var tile = ProductTile(rowsOf: start)
        tile.add(inputPanels + row * width, panelStride: inputs.panelStride, depth: shape.inputs, times: weights)
        if let states {
          tile.add(
            states.panel(step: 0, 0) + row * width, panelStride: states.panelStride, depth: shape.states,
            times: weights + shape.inputs * width)
        }
        tile.store(target + row * width)
      }
    }
  }

  /// Writes g·Wᵀ for the rows of W that the inputs meet, [B, D].
  func multiplyTransposed(_ gradient: PanelMatrix, intoInputs target: PanelMatrix, rows: Range<Int>) {
    guard let inputTranspose else { return }
    multiply(gradient, inputTranspose, into: target, rows: rows)
  }

  /// Writes g·Wᵀ for the rows of W that the states meet, [B, S].
  func multiplyTransposed(_ gradient: PanelMatrix, intoStates target: PanelMatrix, rows: Range<Int>) {
    multiply(gradient, stateTranspose, into: target, rows: rows)
  }

  private func multiply(
    _ gradient: PanelMatrix, _ transpose: UnsafePointer<Float>, into target: PanelMatrix, rows: Range<Int>
  ) {
    let width = PackedKernel.width
    for panel in 0..<target.panels {
      let sums = target.panel(step: 0, panel)
      for gate in 0..<shape.gates {
        let weights = transpose + (panel * shape.columns + gate * shape.units) * width
        let left = UnsafePointer(gradient.panel(step: 0, 0, gate: gate))
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: ProductTile.rows) {
          var tile = gate == 0 ? ProductTile(rowsOf: Lanes(repeating: 0)) : ProductTile(sums + row * width)
          tile.add(left + row * width, panelStride: gradient.panelStride, depth: shape.units, times: weights)
          tile.store(sums + row * width)
        }
      }
    }
  }
}

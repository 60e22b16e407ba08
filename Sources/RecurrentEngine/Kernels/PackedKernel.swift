import CVectorLanes

/// A layer's kernel laid out for the products of a training step, packed once a step.
///
/// Columns stand in blocks of sixteen, a block for each gate of each panel of units: [panel][gate]. An LSTM of 20 units that reads 28 values
/// has the kernel [28+20, 4·20]; it is packed as eight blocks [48][16]: i, j, f and o of the units 0 to 15, then of 16 to 19 with twelve
/// columns of padding.
final class PackedKernel {
  private static let width = PanelMatrix.width

  let shape: KernelShape
  /// For x·W: [block][D+S][16].
  private let forward: UnsafeMutablePointer<Float>
  /// The bias: [block][16].
  private let bias: UnsafeMutablePointer<Float>
  /// For g·Wᵀ onto the inputs, [panel of D][G·H][16]; nil where nobody asks for their gradient.
  private let inputTranspose: UnsafeMutablePointer<Float>?
  /// For g·Wᵀ onto the states: [panel of S][G·H][16].
  private let stateTranspose: UnsafeMutablePointer<Float>

  init(_ shape: KernelShape, needsInputGradient: Bool, arena: Arena) {
    self.shape = shape
    let width = PackedKernel.width
    let blocks = PanelMatrix.panels(shape.units) * shape.gates
    forward = arena.floats(blocks * shape.rows * width)
    bias = arena.floats(blocks * width)
    inputTranspose =
      needsInputGradient ? arena.floats(PanelMatrix.panels(shape.inputs) * shape.columns * width) : nil
    stateTranspose = arena.floats(PanelMatrix.panels(shape.states) * shape.columns * width)
  }

  /// The floats from one block of `forward` to the next.
  private var blockStride: Int { shape.rows * PackedKernel.width }
}

extension PackedKernel {
  /// The parts in which the kernel may be packed for the forward pass, at the same time if need be.
  var forwardUnits: Int { PanelMatrix.panels(shape.units) }
  /// The parts in which the kernel may be packed for the backward pass.
  var backwardUnits: Int {
    PanelMatrix.panels(shape.states) + (inputTranspose == nil || shape.isFolded ? 0 : PanelMatrix.panels(shape.inputs))
  }

  /// Packs one panel of units from the flat array of parameters; the inputs' rows and the bias of a folded kernel are left to its fold.
  func packForward(unit panel: Int, _ parameters: UnsafePointer<Float>) {
    packRows(unit: panel, parameters)
    if !shape.isFolded { packBias(unit: panel, parameters) }
  }

  /// Packs the rows of the kernel that the flat array has for one panel of units.
  func packRows(unit panel: Int, _ parameters: UnsafePointer<Float>) {
    for gate in 0..<shape.gates {
      let target = forward + (panel * shape.gates + gate) * blockStride
      for row in (shape.isFolded ? shape.inputs : 0)..<shape.rows {
        pack(parameters + shape.place(row: row), panel: panel, gate: gate, to: target + row * PackedKernel.width)
      }
    }
  }

  /// Packs the bias of one panel of units.
  func packBias(unit panel: Int, _ parameters: UnsafePointer<Float>) {
    for gate in 0..<shape.gates {
      let target = bias + (panel * shape.gates + gate) * PackedKernel.width
      pack(parameters + shape.place(row: shape.rows), panel: panel, gate: gate, to: target)
    }
  }

  private func pack(_ row: UnsafePointer<Float>, panel: Int, gate: Int, to target: UnsafeMutablePointer<Float>) {
    let column = panel * PackedKernel.width
    target.update(from: row + gate * shape.units + column, count: min(PackedKernel.width, shape.units - column))
  }

  /// Packs the inputs' rows of a folded kernel for the backward pass, for one panel of units that is packed for the forward pass.
  func packTransposeOfFold(unit panel: Int) {
    guard let inputTranspose else { return }
    let width = PackedKernel.width
    let used = min(width, shape.units - panel * width)
    for gate in 0..<shape.gates {
      let source = packedRows.panel(step: 0, panel, gate: gate)
      let column = gate * shape.units + panel * width
      for row in 0..<shape.inputs {
        let target = inputTranspose + (row / width * shape.columns + column) * width + row % width
        for lane in 0..<used { target[lane * width] = source[row * width + lane] }
      }
    }
  }

  /// The rows of the kernel as the forward pass reads them, [D+S, G·H], for a fold to write those of the inputs.
  var packedRows: PanelMatrix {
    PanelMatrix(base: forward, steps: 1, columns: shape.units, gates: shape.gates, rows: shape.rows)
  }

  /// The bias as the forward pass reads it, [1, G·H].
  var packedBias: PanelMatrix {
    PanelMatrix(base: bias, steps: 1, columns: shape.units, gates: shape.gates, rows: 1)
  }

  /// Packs sixteen rows of the kernel, transposed, from the flat array of parameters.
  func packBackward(unit: Int, _ parameters: UnsafePointer<Float>) {
    let statePanels = PanelMatrix.panels(shape.states)
    if unit < statePanels {
      transpose(parameters + shape.place(row: shape.inputs), panel: unit, of: shape.states, into: stateTranspose)
    } else if let inputTranspose {
      transpose(parameters + shape.offset, panel: unit - statePanels, of: shape.inputs, into: inputTranspose)
    }
  }

  private func transpose(
    _ kernel: UnsafePointer<Float>, panel: Int, of rows: Int, into packed: UnsafeMutablePointer<Float>
  ) {
    let width = PackedKernel.width
    let used = min(width, rows - panel * width)
    let source = kernel + panel * width * shape.columns
    let target = packed + panel * width * shape.columns
    for column in 0..<shape.columns {
      for row in 0..<used { target[column * width + row] = source[row * shape.columns + column] }
    }
  }
}

extension PackedKernel {
  /// Writes bias + x·W, and + h·W where there is a state, for the given blocks of one step.
  ///
  /// Inputs that are numbers [1, B, D] and the states [B, S] go through the same registers, so that no sum visits memory half done; rows for
  /// tokens are added to the bias before. The states of zero that a sequence begins with are left out.
  func multiply(
    inputs: StepInputs?, states: PanelMatrix?, into preactivations: PanelMatrix, blocks: Range<Int>, rows: Range<Int>
  ) {
    let stateWeights = forward + shape.inputs * PackedKernel.width
    var product = ForwardProduct(
      states: states.map { Factors($0, depth: shape.states, weights: stateWeights) },
      weightStride: blockStride, bias: bias, preactivations: preactivations)
    switch inputs {
    case .numbers(let matrix): product.inputs = Factors(matrix, depth: shape.inputs, weights: forward)
    case .tokens(let tokens):
      lookUp(tokens, into: preactivations, blocks: blocks, rows: rows)
      if states == nil { return }
      product.goesOn = true
    case nil: break
    }
    product.runTiles(rows: rows, panels: blocks, firstHalf: preactivations.firstHalfBlock)
  }

  /// Writes bias + the row of W that a token names.
  private func lookUp(
    _ tokens: PanelMatrix, into preactivations: PanelMatrix, blocks: Range<Int>, rows: Range<Int>
  ) {
    let (width, numbers) = (PackedKernel.width, tokens.panel(step: 0, 0))
    let (first, target) = (forward + blocks.lowerBound * blockStride, preactivations.block(step: 0, blocks.lowerBound))
    let bias = bias + blocks.lowerBound * width
    for row in rows {
      let weights = first + Int(numbers[row * width]) * width
      for block in 0..<blocks.count {
        (target + block * preactivations.blockStride).setLanes(
          row * width, bias.lanes(block * width) + weights.lanes(block * blockStride))
      }
    }
  }

  /// Writes g·Wᵀ for the rows of W that the inputs meet, [B, D].
  func multiplyTransposed(
    _ gradient: PanelMatrix, intoInputs target: PanelMatrix, panels: Range<Int>? = nil, rows: Range<Int>
  ) {
    guard let inputTranspose else { return }
    multiply(gradient, inputTranspose, into: target, panels: panels ?? 0..<target.panels, rows: rows, tanhOutputs: nil)
  }

  /// Writes g·Wᵀ for the rows of W that the states meet, [B, S], and takes it back through tanh if the states are given as its outputs.
  func multiplyTransposed(
    _ gradient: PanelMatrix, intoStates target: PanelMatrix, rows: Range<Int>, tanhOutputs: PanelMatrix? = nil
  ) {
    multiply(
      gradient, stateTranspose, into: target, panels: 0..<target.panels, rows: rows, tanhOutputs: tanhOutputs)
  }

  private func multiply(
    _ gradient: PanelMatrix, _ transpose: UnsafePointer<Float>, into target: PanelMatrix, panels: Range<Int>,
    rows: Range<Int>, tanhOutputs: PanelMatrix?
  ) {
    for gate in 0..<shape.gates {
      let product = TransposedProduct(
        gradient: gradient, gate: gate, depth: shape.units,
        weights: transpose + gate * shape.units * PackedKernel.width, weightStride: shape.columns * PackedKernel.width,
        target: target, tanhOutputs: gate == shape.gates - 1 ? tanhOutputs : nil)
      product.runTiles(rows: rows, panels: panels, firstHalf: target.firstHalfBlock)
    }
  }
}

/// One of the two products that make up the pre-activations of a layer.
private struct Factors {
  let matrix: UnsafePointer<Float>
  let stride: Int
  let depth: Int
  let weights: UnsafePointer<Float>

  /// The first step of `matrix`, times `weights` [block][depth][16].
  init(_ matrix: PanelMatrix, depth: Int, weights: UnsafePointer<Float>) {
    self.matrix = UnsafePointer(matrix.block(step: 0, 0))
    stride = matrix.panelStride
    self.depth = depth
    self.weights = weights
  }
}

private struct ForwardProduct: TileWork {
  var inputs: Factors?
  let states: Factors?
  let weightStride: Int
  /// What the sums start from, [block][16].
  let bias: UnsafePointer<Float>
  let preactivations: PanelMatrix
  /// Whether the sums start from what stands in their places instead.
  var goesOn = false

  @inline(__always)
  func run<let height: Int, Columns: TileColumns>(
    _ tile: ProductTile<height, Columns>.Type, row: Int, panel: Int
  ) {
    let width = PanelMatrix.width
    let target = preactivations.block(step: 0, panel) + row * width
    var tile =
      goesOn
      ? ProductTile<height, Columns>(target, panelStride: preactivations.blockStride)
      : ProductTile<height, Columns>(rowsOf: Columns(bias + panel * width, panelStride: width))
    if let inputs {
      tile.add(
        inputs.matrix + row * width, leftStride: inputs.stride, depth: inputs.depth,
        times: inputs.weights + panel * weightStride, rightStride: weightStride)
    }
    if let states {
      tile.add(
        states.matrix + row * width, leftStride: states.stride, depth: states.depth,
        times: states.weights + panel * weightStride, rightStride: weightStride)
    }
    tile.store(target, panelStride: preactivations.blockStride)
  }
}

private struct TransposedProduct: TileWork {
  let gradient: PanelMatrix
  let gate: Int
  let depth: Int
  let weights: UnsafePointer<Float>
  let weightStride: Int
  let target: PanelMatrix
  let tanhOutputs: PanelMatrix?

  @inline(__always)
  func run<let height: Int, Columns: TileColumns>(
    _ tile: ProductTile<height, Columns>.Type, row: Int, panel: Int
  ) {
    let width = PanelMatrix.width
    let place = target.block(step: 0, panel) + row * width
    var tile =
      gate == 0
      ? ProductTile<height, Columns>(rowsOf: Columns(repeating: 0))
      : ProductTile<height, Columns>(place, panelStride: target.blockStride)
    tile.add(
      gradient.block(step: 0, gate) + row * width, leftStride: gradient.panelStride, depth: depth,
      times: weights + panel * weightStride, rightStride: weightStride)
    if let tanhOutputs {
      let outputs = tanhOutputs.block(step: 0, panel) + row * width
      tile.takeThroughTanh(outputs, panelStride: tanhOutputs.blockStride)
    }
    tile.store(place, panelStride: target.blockStride)
  }
}

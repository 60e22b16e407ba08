import SeededRandom

/// One array of a layer's parameters: its name, its shape, and how it is drawn.
package struct LayerParameter: Sendable {
  /// Its name inside the layer, such as `kernel`.
  let name: String
  /// Rows and columns, or the length of a vector.
  let shape: [Int]
  /// Rows that are drawn together, from the first on.
  private let draws: [Draw]

  private struct Draw: Sendable {
    let rows: Int
    let initializer: any Initializer
    let stream: Stream
    /// Which part of a layer made of several it is drawn for.
    var branch = 0
  }

  /// The same as a parameter of a part of a layer made of several.
  func of(_ branch: String, _ number: Int) -> LayerParameter {
    LayerParameter(
      name: "\(branch)_\(name)", shape: shape,
      draws: draws.map { Draw(rows: $0.rows, initializer: $0.initializer, stream: $0.stream, branch: number) })
  }

  /// The random streams of a layer; the raw values are part of every result.
  private enum Stream: Int {
    case kernel = 0
    case recurrent = 1
  }

  var count: Int { shape.reduce(1, *) }

  /// A kernel [D, C], or [D+H, C] where the state's H rows stand below those of the inputs.
  static func kernel(_ name: String = "kernel", inputs: Int, states: Int = 0, columns: Int, _ initial: InitialValues)
    -> LayerParameter
  {
    guard states > 0, let recurrent = initial.recurrent else {
      let draw = Draw(rows: inputs + states, initializer: initial.kernel, stream: .kernel)
      return LayerParameter(name: name, shape: [inputs + states, columns], draws: [draw])
    }
    let draws = [
      Draw(rows: inputs, initializer: initial.kernel, stream: .kernel),
      Draw(rows: states, initializer: recurrent, stream: .recurrent),
    ]
    return LayerParameter(name: name, shape: [inputs + states, columns], draws: draws)
  }

  /// A kernel [H, C] that only the state meets.
  static func recurrentKernel(states: Int, columns: Int, _ initial: InitialValues) -> LayerParameter {
    let draw = Draw(rows: states, initializer: initial.recurrent ?? initial.kernel, stream: .recurrent)
    return LayerParameter(name: "recurrent_kernel", shape: [states, columns], draws: [draw])
  }

  /// A vector of the same value everywhere.
  static func vector(_ name: String, count: Int, value: Double) -> LayerParameter {
    LayerParameter(
      name: name, shape: [count], draws: [Draw(rows: 1, initializer: Constant(value), stream: .kernel)])
  }

  /// Draws the values of the layer at a place among the network's layers.
  func initialValues(seed: UInt64, layer: Int) -> [Float] {
    let columns = shape[shape.count - 1]
    return draws.flatMap { draw in
      var stream = RandomStream(
        seed: seed, purpose: .initialValues, index: draw.branch << 24 + 2 * layer + draw.stream.rawValue)
      return draw.initializer.values(rows: draw.rows, columns: columns, from: &stream)
    }
  }
}

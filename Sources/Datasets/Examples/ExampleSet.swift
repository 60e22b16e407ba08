/// Examples of one shape, each a sequence of inputs with what is to be told from it.
package protocol ExampleSet: Sendable {
  var count: Int { get }
  var shape: ExampleShape { get }
  /// What is to be told of them, of the kind that the shape says.
  var targets: ExampleTargets { get }
  /// The bytes that the set holds in memory, whatever it shares with others counted too.
  var bytes: Int { get }

  /// The time steps of an example, from 1 to the shape's.
  func steps(of index: Int) -> Int

  /// Writes the inputs of an example, every time step once.
  ///
  /// - Parameters:
  ///   - index: Which example.
  ///   - draw: The number of the draw, for sets in which an example is another one each time it is drawn.
  ///   - sink: What takes them.
  func write(_ index: Int, draw: Int, into sink: inout some ExampleSink)

  /// An example as a reader sees it.
  func view(of index: Int) -> ExampleView

  /// An example as far as it has been read after so many time steps.
  func view(of index: Int, after steps: Int) -> ExampleView
}

extension ExampleSet {
  package func view(of index: Int, after steps: Int) -> ExampleView { view(of: index) }
  package func steps(of index: Int) -> Int { shape.steps }
}

/// Takes the inputs of one example.
package protocol ExampleSink {
  /// Takes the D numbers of a time step.
  mutating func set(step: Int, to numbers: Span<Float>)

  /// Takes the token of a time step.
  mutating func set(step: Int, toToken token: Int)
}

/// An example as a reader sees it.
package enum ExampleView: Sendable, Hashable {
  /// Grey values, row by row: 0 is paper, 255 is ink.
  case picture(rows: Int, columns: Int, pixels: [UInt8])
  case text(String)
  /// Numbers by time step, a line for each feature.
  case curves([ExampleCurve])
}

/// A feature of an example, or of its target, over the time steps.
package struct ExampleCurve: Sendable, Hashable {
  package let name: String
  package let values: [Float]

  package init(name: String, values: [Float]) {
    self.name = name
    self.values = values
  }
}

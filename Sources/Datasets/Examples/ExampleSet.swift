/// Examples of one shape, each a sequence of inputs with what is to be told from it.
package protocol ExampleSet: Sendable {
  var count: Int { get }
  var shape: ExampleShape { get }
  /// How the classes are called, in their order.
  var classNames: [String] { get }
  /// The bytes that the set holds in memory, whatever it shares with others counted too.
  var bytes: Int { get }

  /// The time steps of an example, from 1 to the shape's.
  func steps(of index: Int) -> Int

  /// A class of an example: the only one, told at step 0, or that of each time step.
  func target(of index: Int, at step: Int) -> Int

  /// Writes the inputs of an example, every time step once.
  ///
  /// - Parameters:
  ///   - index: Which example.
  ///   - draw: The number of the draw, for sets in which an example is another one each time it is drawn.
  ///   - sink: What takes them.
  func write(_ index: Int, draw: Int, into sink: inout some ExampleSink)

  /// An example as a reader sees it.
  func view(of index: Int) -> ExampleView
}

extension ExampleSet {
  package func steps(of index: Int) -> Int { shape.steps }

  /// How often each class is to be told, in the order of the classes.
  package var targetCounts: [Int] {
    var counts = [Int](repeating: 0, count: shape.classes)
    for index in 0..<count {
      for step in 0..<shape.targets(steps: steps(of: index)) { counts[target(of: index, at: step)] += 1 }
    }
    return counts
  }
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
}

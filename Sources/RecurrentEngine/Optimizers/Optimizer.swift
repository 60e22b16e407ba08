/// How a gradient changes the parameters.
package protocol Optimizer: Sendable, Hashable {
  var learningRate: Double { get set }
  /// How many numbers are remembered of each parameter; zero before the first step.
  var momentCount: Int { get }
  /// What is remembered of the steps as such, before the first of them.
  var initialScalars: [Float] { get }
  /// Begins a step.
  func advance(_ scalars: inout [Float])
  /// Takes the step for some of the parameters, after `advance`.
  func update(_ range: ParameterRange, scalars: [Float])
}

extension Optimizer {
  package var initialScalars: [Float] { [] }
  package func advance(_ scalars: inout [Float]) {}
}

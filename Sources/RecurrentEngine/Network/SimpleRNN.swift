/// h' = activation([x, h]·kernel + bias), starting from h = 0; each output is the new state.
package struct SimpleRNN: Sendable, Hashable {
  package var units: Int
  /// `.tanh` or `.relu`.
  package var activation: Activation
  package var initial: Initializer
  /// How the H rows of the kernel that the state meets are drawn; nil draws all D+H rows in one go by `initial`.
  package var recurrentInitial: Initializer?
  /// The initial value of every bias.
  package var bias: Double

  package init(
    units: Int, activation: Activation = .tanh, initial: Initializer = .glorotUniform,
    recurrentInitial: Initializer? = nil, bias: Double = 0
  ) {
    self.units = units
    self.activation = activation
    self.initial = initial
    self.recurrentInitial = recurrentInitial
    self.bias = bias
  }
}

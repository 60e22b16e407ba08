/// y = activation(x·kernel + bias), on a vector or on every step of a sequence alike.
package struct Dense: Sendable, Hashable {
  package var units: Int
  package var activation: Activation
  package var initial: Initializer
  /// The initial value of every bias.
  package var bias: Double

  package init(
    units: Int, activation: Activation = .none, initial: Initializer = .glorotUniform, bias: Double = 0
  ) {
    self.units = units
    self.activation = activation
    self.initial = initial
    self.bias = bias
  }
}

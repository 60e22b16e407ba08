/// c' = σ(f + forgetBias)·c + σ(i)·tanh(j), h' = σ(o)·tanh(c'), where i, j, f, o = [x, h]·kernel + bias, from c = h = 0.
package struct LSTM: Sendable, Hashable {
  package var units: Int
  /// A constant of the cell: neither stored in `bias` nor trained.
  package var forgetBias: Double
  package var initial: Initializer
  /// How the H rows of the kernel that the state meets are drawn; nil draws all D+H rows in one go by `initial`.
  package var recurrentInitial: Initializer?
  /// The initial value of every bias.
  package var bias: Double

  package init(
    units: Int, forgetBias: Double = 1, initial: Initializer = .glorotUniform,
    recurrentInitial: Initializer? = nil, bias: Double = 0
  ) {
    self.units = units
    self.forgetBias = forgetBias
    self.initial = initial
    self.recurrentInitial = recurrentInitial
    self.bias = bias
  }
}

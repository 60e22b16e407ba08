/// How the kernels and the bias of a layer are drawn.
package struct InitialValues: Sendable {
  package var kernel: any Initializer
  /// How the H rows that the state meets are drawn; nil draws them as those of the inputs, in one go where they are one kernel.
  package var recurrent: (any Initializer)?
  /// The initial value of every bias.
  package var bias: Double

  package init(kernel: any Initializer = GlorotUniform(), recurrent: (any Initializer)? = nil, bias: Double = 0) {
    self.kernel = kernel
    self.recurrent = recurrent
    self.bias = bias
  }
}

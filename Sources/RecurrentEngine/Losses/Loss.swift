/// How far the network's outputs are from the targets: one value a row, averaged over the batch.
package enum Loss: String, Sendable, Hashable, CaseIterable {
  /// -log softmax(outputs)[label], from logits and never through a probability.
  case softmaxCrossEntropy = "softmax_cross_entropy"
  /// -log of the label's probability, as Keras 2 takes it: outputs divided by their sum, clipped to [1e-7, 1 - 1e-7].
  case crossEntropy = "cross_entropy"
  /// The mean of the squared differences between the K numbers of an output and those of its target.
  case meanSquaredError = "mean_squared_error"

  /// What an output is held against.
  package enum Target: String, Sendable {
    case `class` = "class"
    case number

    package var plural: String { self == .class ? "classes" : "numbers" }
  }

  package var target: Target { self == .meanSquaredError ? .number : .class }

  /// Whether the network's outputs are probabilities to it, rather than logits.
  var takesProbabilities: Bool { self == .crossEntropy }

  /// Makes room to work on the last layer's outputs, [S, B, K].
  func makePass(_ outputs: PanelMatrix, gradient: PanelMatrix, arena: Arena) -> any LossPass {
    switch self {
    case .softmaxCrossEntropy: SoftmaxCrossEntropyPass(ClassOutputs(outputs, gradient: gradient, arena: arena))
    case .crossEntropy: CrossEntropyPass(ClassOutputs(outputs, gradient: gradient, arena: arena))
    case .meanSquaredError: SquaredErrorPass(outputs, gradient: gradient)
    }
  }
}

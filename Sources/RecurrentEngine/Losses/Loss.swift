/// How far the network's outputs are from the labels: one value a row, averaged over the batch.
package enum Loss: String, Sendable, Hashable, CaseIterable {
  /// -log softmax(outputs)[label], from logits and never through a probability.
  case softmaxCrossEntropy = "softmax_cross_entropy"
  /// -log of the label's probability, as Keras 2 takes it: outputs divided by their sum, clipped to [1e-7, 1 - 1e-7].
  case crossEntropy = "cross_entropy"

  /// Whether the network's outputs are probabilities to it, rather than logits.
  var takesProbabilities: Bool { self == .crossEntropy }
}

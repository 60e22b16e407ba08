/// What a layer does to its sums.
package enum Activation: String, Sendable, Hashable, CaseIterable {
  case none, tanh, relu, sigmoid, softmax
}

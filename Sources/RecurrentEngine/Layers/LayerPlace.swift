/// Where a layer stands in a network, as far as a layer may depend on it.
package struct LayerPlace: Sendable, Hashable {
  /// Whether the layer is the first.
  package let isFirst: Bool
  /// Whether it stands before a recurrent one.
  package let isInSequence: Bool
  /// Whether the examples are sequences of tokens.
  package let readsTokens: Bool
}

/// The shape of one example: T time steps of D inputs.
package struct SequenceShape: Sendable, Hashable {
  package let steps: Int
  package let features: Int
  /// Whether the inputs of a step are one of D tokens: 1 at the token's place and 0 elsewhere.
  package let isTokens: Bool

  package init(steps: Int, features: Int, isTokens: Bool = false) {
    self.steps = steps
    self.features = features
    self.isTokens = isTokens
  }
}

/// The shape of one example: T time steps of D inputs.
package struct SequenceShape: Sendable, Hashable {
  package let steps: Int
  package let features: Int

  package init(steps: Int, features: Int) {
    self.steps = steps
    self.features = features
  }
}

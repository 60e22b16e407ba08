/// What a training step tells of itself.
package struct StepOutcome: Sendable, Hashable {
  /// The batch's mean loss before the update.
  package let loss: Double
  /// The Euclidean norm of its gradient before anything was clipped; nil where nobody asked.
  package let gradientNorm: Double?
}

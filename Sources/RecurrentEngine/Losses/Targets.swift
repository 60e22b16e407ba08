/// What is to be said of a batch's rows.
package enum Targets: Sendable, Hashable {
  /// A class each of the network's outputs, -1 where there is none: [B], or [B, T] row-major where the network reads out every step.
  case classes([Int32])
  /// K numbers for each of the network's outputs: [B, K], or [B, T, K] row-major where the network reads out every step.
  ///
  /// What stands behind the end of a row is not looked at.
  case numbers([Float])
}

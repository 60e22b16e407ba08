/// One of the blocks of H columns that the kernels of a recurrent layer have.
package struct Gate: Sendable, Hashable {
  /// What becomes of the block.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case input
    case forget
    case reset
    case update
    case candidate
    case output
    /// The state itself, behind tanh.
    case state
    /// The state itself, behind a rectifier.
    case rectifiedState = "rectified_state"
  }

  package let role: Role
  /// What is added besides the bias, and neither stored nor trained.
  package let constant: Double

  init(_ role: Role, constant: Double = 0) {
    self.role = role
    self.constant = constant
  }
}

/// What meets the rows of a kernel that are for inputs.
enum StepInputs {
  /// Numbers, [T, B, D].
  case numbers(PanelMatrix)
  /// The number of a token at each step, [T, B, 1]: what meets the kernel is zeros and a one at the token's place, so that a product is one
  /// of its rows.
  case tokens(PanelMatrix)

  /// One step of them.
  func step(_ step: Int) -> StepInputs {
    switch self {
    case .numbers(let matrix): .numbers(matrix.step(step))
    case .tokens(let matrix): .tokens(matrix.step(step))
    }
  }
}

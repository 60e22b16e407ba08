/// What a gradient is cut down to before an optimizer sees it.
package enum GradientClipping: Sendable, Hashable {
  /// All of it is scaled down alike where its Euclidean norm is larger than this.
  case norm(Double)
  /// Each element is cut to this magnitude.
  case value(Double)

  /// Whether the norm has to be known.
  var needsNorm: Bool {
    if case .norm = self { true } else { false }
  }

  /// Cuts some of a gradient whose norm, all told, is this, if it is known.
  func cut(_ range: ParameterRange, norm: Double?) {
    switch self {
    case .norm(let most):
      guard let norm, norm > most else { return }
      let share = Float(most / norm)
      range.changeGradient { $0 * share }
    case .value(let most):
      let most = Lanes(repeating: Float(most))
      range.changeGradient { lanes in
        // What is no number stays none.
        let cut = lanes.replacing(with: most, where: lanes .> most)
        return cut.replacing(with: -most, where: cut .< -most)
      }
    }
  }
}

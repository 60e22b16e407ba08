/// One row of a batch in the engine's own memory, for its values to be written straight to.
///
/// A step's values stand in panels of sixteen, each a cache line; writing step by step, features ascending, touches memory in order.
package struct InputRow {
  /// The time steps that the network reads: all of the row's, or its last alone.
  ///
  /// What is written to others goes nowhere.
  package let steps: Range<Int>
  /// The values of a step: D, or the number of a token.
  package let features: Int
  /// How many tokens there are where a step holds the number of one; nil where it holds numbers.
  @usableFromInline let lookedUpTokens: Int?
  /// The first value of the first step of `steps`.
  @usableFromInline let base: UnsafeMutablePointer<Float>
  /// The floats from one panel of sixteen features to the next.
  @usableFromInline let panelStride: Int
  /// The floats from one step to the next.
  @usableFromInline let stepStride: Int

  /// A row of a matrix that begins with the first of `steps`.
  init(_ matrix: PanelMatrix, row: Int, steps: Range<Int>, lookedUpTokens: Int? = nil) {
    self.steps = steps
    self.lookedUpTokens = lookedUpTokens
    features = matrix.columns
    base = matrix.base + row * PanelMatrix.width
    panelStride = matrix.panelStride
    stepStride = matrix.stepStride
  }

  /// Writes one value.
  @inlinable
  package func set(step: Int, feature: Int, to value: Float) {
    guard steps.contains(step) else { return }
    precondition(feature >= 0 && feature < features, "the feature is one of the input's")
    place(step)[feature >> 4 * panelStride + feature & 15] = value
  }

  /// Writes all values of a step.
  @inlinable
  package func set(step: Int, to value: (_ feature: Int) -> Float) {
    guard steps.contains(step) else { return }
    var panel = place(step)
    for first in stride(from: 0, to: features, by: 16) {
      for feature in first..<min(first + 16, features) { panel[feature - first] = value(feature) }
      panel += panelStride
    }
  }

  /// Writes all values of a step.
  package func set(step: Int, to values: UnsafeBufferPointer<Float>) {
    precondition(values.count == features, "there is a value for every feature")
    guard steps.contains(step), let source = values.baseAddress else { return }
    var panel = place(step)
    for first in stride(from: 0, to: features, by: PanelMatrix.width) {
      if first + PanelMatrix.width <= features {
        panel.setLanes(0, source.lanes(first))
      } else {
        panel.update(from: source + first, count: features - first)
      }
      panel += panelStride
    }
  }

  /// Writes a token: its number where the network looks that up, and otherwise zeros and a one at its place.
  @inlinable
  package func set(step: Int, toToken token: Int) {
    if let lookedUpTokens {
      precondition(token >= 0 && token < lookedUpTokens, "the token is one of the input's")
      set(step: step, feature: 0, to: Float(token))
    } else {
      clear(step: step)
      set(step: step, feature: token, to: 1)
    }
  }

  /// Writes zeros.
  @inlinable
  package func clear(step: Int) {
    set(step: step) { _ in 0 }
  }

  @inlinable
  func place(_ step: Int) -> UnsafeMutablePointer<Float> {
    base + (step - steps.lowerBound) * stepStride
  }
}

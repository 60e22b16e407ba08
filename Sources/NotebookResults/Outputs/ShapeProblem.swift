/// Why values do not fit together, wherever they come from: a sentence that says what always holds.
package struct ShapeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

/// A value with parts that have to fit together: what is made and what is decoded pass the same check.
protocol ShapeChecked {
  /// Throws when the parts do not fit.
  func checkShape() throws(ShapeProblem)
}

extension ShapeChecked {
  /// The value itself, made from parts that this program chose and that fit.
  var fitting: Self {
    do throws(ShapeProblem) {
      try checkShape()
    } catch {
      preconditionFailure(error.description)
    }
    return self
  }
}

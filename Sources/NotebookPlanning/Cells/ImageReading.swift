package import Datasets
package import RecurrentEngine

/// The order in which training takes images.
package enum ImageOrder: String, Sendable, Hashable, CaseIterable {
  case shuffled
  case asFiled = "as_filed"

  package var batchOrder: BatchOrder.Kind {
    switch self {
    case .shuffled: .shuffled
    case .asFiled: .asFiled
    }
  }
}

/// What of an image is read at a time step.
package enum ImageReading: String, Sendable, Hashable, CaseIterable {
  case rows
  case columns
  case pixels

  /// The sequence that an image of this shape becomes.
  package func sequence(of shape: ImageShape) -> SequenceShape {
    switch self {
    case .rows: SequenceShape(steps: shape.rows, features: shape.columns)
    case .columns: SequenceShape(steps: shape.columns, features: shape.rows)
    case .pixels: SequenceShape(steps: shape.pixels, features: 1)
    }
  }
}

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

extension ImageReading {
  /// The sequence that an image of this shape becomes.
  package func input(of shape: ImageShape) -> SequenceShape {
    let (steps, features) = sequence(of: shape)
    return SequenceShape(steps: steps, features: features)
  }
}

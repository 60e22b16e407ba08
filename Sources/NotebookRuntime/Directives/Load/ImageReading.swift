package import Datasets
package import RecurrentEngine

/// How many images each part takes.
package struct SplitCounts: Sendable, Hashable {
  package let train: Int
  /// The first images of the training file.
  package let validation: Int
  package let test: Int

  init(train: Int?, validation: Int, test: Int?, of header: DatasetHeader) {
    self.validation = validation
    self.train = train ?? header.trainCount - validation
    self.test = test ?? header.testCount
  }
}

/// The order in which training takes images.
package enum ImageOrder: String, Sendable, Hashable, CaseIterable {
  case shuffled
  case asFiled = "as_filed"

  var batchOrder: BatchOrder.Kind {
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

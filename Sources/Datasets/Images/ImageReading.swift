/// What of an image is read at a time step.
package enum ImageReading: String, Sendable, Hashable, CaseIterable {
  case rows
  case columns
  case pixels

  /// The time steps (T) and the numbers at each (D) of the sequence that an image becomes.
  package func sequence(of shape: ImageShape) -> (steps: Int, features: Int) {
    switch self {
    case .rows: (shape.rows, shape.columns)
    case .columns: (shape.columns, shape.rows)
    case .pixels: (shape.pixels, 1)
    }
  }

  /// Fills a sequence, [T, D], with the pixels of an image in the order in which they are read.
  ///
  /// - Parameters:
  ///   - sequence: Room for every pixel.
  ///   - shape: The size of the image.
  ///   - number: What a network reads of the pixel at a place, row by row.
  @inline(__always)
  func fill(
    _ sequence: UnsafeMutableBufferPointer<Float>, of shape: ImageShape, with number: (_ place: Int) -> Float
  ) {
    switch self {
    case .rows, .pixels: for place in 0..<shape.pixels { sequence[place] = number(place) }
    case .columns:
      for column in 0..<shape.columns {
        for row in 0..<shape.rows { sequence[column * shape.rows + row] = number(row * shape.columns + column) }
      }
    }
  }
}

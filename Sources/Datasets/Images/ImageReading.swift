private import SeededRandom

/// What of an image is read at a time step.
package enum ImageReading: String, Sendable, Hashable, CaseIterable {
  case rows
  case columns
  case pixels
  /// Pixels in an order without any sense, the same for all images, notebooks and seeds.
  case permutedPixels = "permuted_pixels"

  /// The time steps (T) and the numbers at each (D) of the sequence that an image becomes.
  package func sequence(of shape: ImageShape) -> (steps: Int, features: Int) {
    switch self {
    case .rows: (shape.rows, shape.columns)
    case .columns: (shape.columns, shape.rows)
    case .pixels, .permutedPixels: (shape.pixels, 1)
    }
  }

  /// Where the numbers of the sequence, [T, D], stand in the image, row by row; nil where they follow it.
  func places(in shape: ImageShape) -> [Int]? {
    switch self {
    case .rows, .pixels: nil
    case .columns:
      (0..<shape.columns).flatMap { column in (0..<shape.rows).map { row in row * shape.columns + column } }
    case .permutedPixels: Self.permutation(of: shape.pixels)
    }
  }

  /// The numbers below a count in an order that follows from the count alone (Fisher and Yates).
  private static func permutation(of count: Int) -> [Int] {
    var random = RandomStream(seed: 0, purpose: .pixelOrder, index: count)
    var places = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) { places.swapAt(place, random.whole(below: place + 1)) }
    return places
  }
}

import SeededRandom

/// Changes images at random, each draw a pure function of seed, stream and the draw's number.
package struct ImageAugmenter: Sendable {
  let augmentation: Augmentation
  let shape: ImageShape
  let axes: (rows: SmoothAxis, columns: SmoothAxis)?
  private let seed: UInt64
  private let stream: Int

  /// Prepares the augmentation of images of one shape.
  ///
  /// - Parameters:
  ///   - augmentation: By how much images are changed.
  ///   - shape: The size of each image.
  ///   - seed: The notebook's seed.
  ///   - stream: Keeps trainings apart.
  package init(_ augmentation: Augmentation, shape: ImageShape, seed: UInt64, stream: Int) {
    precondition(max(shape.rows, shape.columns) < 1 << 23, "the places of pixels are exact in Float")
    self.augmentation = augmentation
    self.shape = shape
    self.seed = seed
    self.stream = stream
    axes = augmentation.elastic.map {
      (
        SmoothAxis(pixels: shape.rows, spacing: $0.smoothness),
        SmoothAxis(pixels: shape.columns, spacing: $0.smoothness)
      )
    }
  }

  /// One changed image, row by row in [0, 255].
  ///
  /// - Parameters:
  ///   - images: Where it is.
  ///   - index: Which it is.
  ///   - draw: The number of the draw.
  /// - Returns: The pixels.
  package func augmented(_ images: ImageSet, at index: Int, draw: Int) -> [Float] {
    var warp = ImageWarp(self)
    var random = random(draw)
    images.withPixels(of: index) { warp.apply(to: $0, &random) }
    return warp.image
  }

  private func random(_ draw: Int) -> RandomStream {
    RandomStream(seed: seed, purpose: .augmentation, index: stream, position: UInt64(draw) << Self.wordBits)
  }

  /// The numbers of one draw begin 2²¹ words after those of the draw before; 2⁴³ draws have room.
  private static let wordBits: UInt64 = 21
}

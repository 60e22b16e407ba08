import Dispatch
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

  /// Lends the changed images one by one, row by row in [0, 255]; the results do not depend on `threads`.
  ///
  /// - Parameters:
  ///   - images: Where the images are.
  ///   - indices: Which are wanted.
  ///   - firstDraw: The number of the draw for the first; the others follow.
  ///   - threads: How many threads share the work.
  ///   - body: Takes the place among `indices` and the pixels, on any of the threads.
  package func augment(
    _ images: ImageSet, at indices: [Int], firstDraw: Int, threads: Int, _ body: @Sendable (Int, [Float]) -> Void
  ) {
    let parts = max(1, min(threads, indices.count))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var warp = ImageWarp(self)
      for place in part * indices.count / parts..<(part + 1) * indices.count / parts {
        var random = random(firstDraw + place)
        images.withPixels(of: indices[place]) { warp.apply(to: $0, &random) }
        body(place, warp.image)
      }
    }
  }

  /// One changed image, row by row in [0, 255].
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

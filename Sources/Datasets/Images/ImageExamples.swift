/// Images as examples: sequences of rows, columns or pixels, each with its class.
package struct ImageExamples: ClassTargets {
  package let images: ImageSet
  package let reading: ImageReading
  package let shape: ExampleShape
  private let augmenter: ImageAugmenter?
  /// Where the numbers that are read stand in an image; nil where they follow it.
  private let places: [Int]?

  /// What a grey value is multiplied by before a network reads it, as the articles' loader has it.
  private static let greyScale: Float = 1 / 255

  /// Makes examples of images as they are.
  ///
  /// - Parameters:
  ///   - images: Where they are.
  ///   - reading: What is read at a time step.
  ///   - classes: How many classes there are, more than any label says.
  package init(_ images: ImageSet, reading: ImageReading, classes: Int) {
    self.init(images, reading: reading, classes: classes, augmenter: nil)
  }

  private init(_ images: ImageSet, reading: ImageReading, classes: Int, augmenter: ImageAugmenter?) {
    precondition(images.classes <= classes, "every label is below the number of classes")
    self.images = images
    self.reading = reading
    self.augmenter = augmenter
    places = reading.places(in: images.shape)
    let (steps, features) = reading.sequence(of: images.shape)
    shape = ExampleShape(steps: steps, input: .numbers(features), target: .classes(classes))
  }

  /// The same examples, each changed at random in every draw; nil when their pixels are not grey values.
  package func augmented(by augmentation: Augmentation, seed: UInt64, stream: Int) -> ImageExamples? {
    guard images.isGrey else { return nil }
    return ImageExamples(
      images, reading: reading, classes: shape.outputs,
      augmenter: ImageAugmenter(augmentation, shape: images.shape, seed: seed, stream: stream))
  }

  package var count: Int { images.count }

  package var classNames: [String] { (0..<shape.outputs).map(String.init) }

  package var bytes: Int { images.bytes }

  package func target(of index: Int, at step: Int) -> Int { Int(images.label(at: index)) }

  package func write(_ index: Int, draw: Int, into sink: inout some ExampleSink) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: images.shape.pixels) { sequence in
      fill(sequence, with: index, draw: draw)
      for step in 0..<shape.steps {
        let numbers = UnsafeBufferPointer(rebasing: sequence[step * shape.features..<(step + 1) * shape.features])
        sink.set(step: step, to: numbers.span)
      }
    }
  }

  private func fill(_ sequence: UnsafeMutableBufferPointer<Float>, with index: Int, draw: Int) {
    if let augmenter {
      let changed = augmenter.augmented(images, at: index, draw: draw)
      fill(sequence) { changed[$0] * Self.greyScale }
    } else if images.isGrey {
      images.withPixels(of: index) { pixels in
        fill(sequence) { Float(pixels[$0]) * Self.greyScale }
      }
    } else {
      images.withNumbers(of: index) { numbers in fill(sequence) { numbers[$0] } }
    }
  }

  /// Fills a sequence, [T, D], in the order in which pixels are read; `number` says what a network reads of the pixel at a place.
  @inline(__always)
  private func fill(_ sequence: UnsafeMutableBufferPointer<Float>, with number: (_ place: Int) -> Float) {
    if let places {
      for (index, place) in places.enumerated() { sequence[index] = number(place) }
    } else {
      for place in sequence.indices { sequence[place] = number(place) }
    }
  }

  package func view(of index: Int, after steps: Int) -> ExampleView {
    var pixels = images.pixels(of: index)
    for index in pixels.indices.dropFirst(steps * shape.features) { pixels[places?[index] ?? index] = 0 }
    return .picture(rows: images.shape.rows, columns: images.shape.columns, pixels: pixels)
  }

  package func view(of index: Int) -> ExampleView {
    .picture(rows: images.shape.rows, columns: images.shape.columns, pixels: images.pixels(of: index))
  }
}

import SeededRandom

/// Handwritten digits that are drawn instead of photographed, in the geometry of MNIST and with the same bytes on every machine.
///
/// Like MNIST's, a digit is fitted into a box of 20×20 pixels and placed with its centre of mass in the middle of 28×28.
package enum GeneratedDigits {
  package static let name = "digits"
  package static let shape = ImageShape(rows: 28, columns: 28)
  package static let classes = 10
  /// Names what is drawn: two generators of the same edition give the same bytes.
  ///
  /// It is the beginning of the digest of 70,000 images, which a test draws anew.
  package static let edition = "93e4e99b"

  /// Which half of the data set an image belongs to; the halves share no image.
  package enum Split: Int, Sendable {
    case train = 0
    case test = 1
  }

  /// Draws a data set; the first images of a larger one are those of a smaller.
  ///
  /// The result does not depend on `threads`.
  ///
  /// - Parameters:
  ///   - train: How many training images.
  ///   - test: How many test images.
  ///   - seed: The notebook's seed.
  ///   - threads: How many threads share the work.
  ///   - isCancelled: Whether to give up, asked every few thousand images.
  /// - Returns: The data set; nil where it was given up.
  package static func dataset(
    train: Int, test: Int, seed: UInt64, threads: Int, isCancelled: () -> Bool
  ) -> ImageDataset? {
    guard let train = images(train, .train, seed: seed, threads: threads, isCancelled),
      let test = images(test, .test, seed: seed, threads: threads, isCancelled)
    else { return nil }
    return ImageDataset(name: name, train: train, test: test)
  }

  /// Draws one image, a pure function of the seed, the split and the image's place in it.
  package static func digit(_ index: Int, of split: Split, seed: UInt64) -> (pixels: [UInt8], label: UInt8) {
    precondition(index >= 0 && index < 1 << 31, "a split has at most 2³¹ images")
    var random = RandomStream(seed: seed, purpose: .generatedDigits, index: split.rawValue << 31 | index)
    let label = random.whole(below: classes)
    return (pixels(of: label, &random), UInt8(label))
  }

  /// The images that are drawn between two looks at whether to give up, and those that a thread draws in one go.
  private static let (roundSize, batchSize) = (8192, 256)

  private static func images(
    _ count: Int, _ split: Split, seed: UInt64, threads: Int, _ isCancelled: () -> Bool
  ) -> ImageSet? {
    var pixels: [UInt8] = []
    var labels: [UInt8] = []
    pixels.reserveCapacity(count * shape.pixels)
    labels.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: roundSize) {
      if isCancelled() { return nil }
      let round = start..<min(start + roundSize, count)
      let batches = concurrentMap((round.count + batchSize - 1) / batchSize, threads: threads) { number in
        let first = round.lowerBound + number * batchSize
        return (first..<min(first + batchSize, round.upperBound)).map { digit($0, of: split, seed: seed) }
      }
      for digit in batches.joined() {
        pixels += digit.pixels
        labels.append(digit.label)
      }
    }
    return ImageSet(shape: shape, pixels: pixels, labels: labels, classes: classes)
  }

  private static func pixels(of label: Int, _ random: inout RandomStream) -> [UInt8] {
    let template = choose(DigitTemplate.all[label], &random)
    let hand = Handwriting(&random)
    var path = hand.write(template.strokes, &random)
    fit(&path, radius: max(hand.penRadius.start, hand.penRadius.end))

    var sheet = InkSheet(shape)
    for stroke in path.strokes {
      for index in 1..<stroke.count {
        let progress = Double(index) / Double(stroke.count)
        let radius = hand.penRadius.start + progress * (hand.penRadius.end - hand.penRadius.start)
        sheet.draw(from: SIMD2(stroke[index - 1]), to: SIMD2(stroke[index]), radius: Float(radius))
      }
    }
    return sheet.centred(softness: Float(hand.softness))
  }

  private static func choose(_ templates: [DigitTemplate], _ random: inout RandomStream) -> DigitTemplate {
    var rest = random.uniformDouble() * templates.reduce(0) { $0 + $1.weight }
    for template in templates.dropLast() {
      rest -= template.weight
      if rest < 0 { return template }
    }
    return templates[templates.count - 1]
  }

  /// Scales the path so that the longer side of what is drawn fills the box, with room for the line's own width.
  ///
  /// The box is a little smaller than 20 pixels, so that the edge of the line fades inside of them.
  private static func fit(_ path: inout PenPath, radius: Double) {
    let box = 19.2
    let margin = (Double(shape.columns) - box) / 2
    let (low, high) = path.bounds
    let scale = (box - 2 * radius) / (high - low).max()
    path.map { ($0 - low) * scale + (margin + radius) }
  }
}

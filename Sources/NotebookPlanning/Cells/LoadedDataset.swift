package import Datasets
package import RecurrentEngine

/// A data set in its parts, with how its images are read.
package struct LoadedDataset: Sendable {
  package let input: SequenceShape
  package let classes: Int
  package let order: ImageOrder
  package let reading: ImageReading
  /// What names the contents of the whole set, in hexadecimal.
  package let digest: String
  private let splits: [DatasetSplit: ImageSet]

  package init(
    input: SequenceShape, classes: Int, order: ImageOrder, reading: ImageReading, splits: [DatasetSplit: ImageSet],
    digest: String
  ) {
    self.input = input
    self.classes = classes
    self.order = order
    self.reading = reading
    self.splits = splits
    self.digest = digest
  }

  package func images(_ split: DatasetSplit) -> ImageSet? { splits[split] }

  /// Fills a batch with images as sequences: numbers as they are, or grey values in [0, 1], bytes times the float32 reciprocal of 255, as the articles' loader has it.
  package func fill(_ batch: inout FilledBatch, with images: ImageSet, at indices: some Collection<Int>) {
    let size = input.steps * input.features
    batch.makeRoom(rows: indices.count)
    for (row, index) in indices.enumerated() {
      batch.labels[row] = Int32(images.label(at: index))
      guard images.isGrey else {
        images.withNumbers(of: index) { fill(&batch, row: row, with: $0) }
        continue
      }
      images.withPixels(of: index) { pixels in
        switch reading {
        case .rows, .pixels:
          for position in 0..<size { batch.values[row * size + position] = Float(pixels[position]) * (1 / 255) }
        case .columns:
          for column in 0..<input.steps {
            for line in 0..<input.features {
              batch.values[row * size + column * input.features + line] =
                Float(pixels[line * input.steps + column]) * (1 / 255)
            }
          }
        }
      }
    }
  }

  /// Fills a row of a batch with numbers as they are.
  private func fill(_ batch: inout FilledBatch, row: Int, with numbers: Span<Float>) {
    let size = input.steps * input.features
    for position in 0..<size { batch.values[row * size + position] = numbers[place(position)] }
  }

  /// Fills a batch as ``fill(_:with:at:)`` does, with images that are changed at random first.
  package func fill(
    _ batch: inout FilledBatch, with images: ImageSet, at indices: [Int], by augmenter: ImageAugmenter, firstDraw: Int,
    threads: Int
  ) {
    let size = input.steps * input.features
    batch.makeRoom(rows: indices.count)
    for (row, index) in indices.enumerated() { batch.labels[row] = Int32(images.label(at: index)) }
    batch.values.withUnsafeMutableBufferPointer { values in
      // Each image is written by one thread, to rows that no other touches.
      nonisolated(unsafe) let values = values
      augmenter.augment(images, at: indices, firstDraw: firstDraw, threads: threads) { row, pixels in
        for position in 0..<size { values[row * size + position] = pixels[place(position)] * (1 / 255) }
      }
    }
  }

  /// Which pixel is read at a position of the sequence.
  private func place(_ position: Int) -> Int {
    switch reading {
    case .rows, .pixels: position
    case .columns: position % input.features * input.steps + position / input.features
    }
  }
}

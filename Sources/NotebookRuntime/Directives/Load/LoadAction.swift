import Datasets
import RecurrentEngine

/// Loads a data set and shows what it holds.
struct LoadAction: CellAction {
  let source: DatasetSource
  let counts: SplitCounts
  let reading: ImageReading
  let order: ImageOrder

  static let fieldNames = ["train_images", "validation_images", "test_images", "time_steps", "inputs", "classes"]

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    let dataset = try source.load(counts, context)
    let end = counts.validation + counts.train
    guard end <= dataset.train.count, counts.test <= dataset.test.count, dataset.train.shape == source.header.shape
    else {
      throw CellFailure("the data set '\(source.name)' changed after it was checked")
    }
    let splits: [DatasetSplit: ImageSet] = [
      .train: dataset.train.slice(counts.validation..<end),
      .validation: dataset.train.slice(0..<counts.validation),
      .test: dataset.test.slice(0..<counts.test),
    ]
    try checkLabels(splits)
    let input = reading.sequence(of: source.header.shape)
    session.datasets[context.label] = LoadedDataset(
      input: input, classes: source.classes, order: order, reading: reading, splits: splits)
    var result = CellResult(
      outputs: [splitTable(splits), classTable(splits), firstImages(splits)],
      fields: zip(
        Self.fieldNames,
        [counts.train, counts.validation, counts.test, input.steps, input.features, source.classes]
      ).map { Field($0, .count($1)) },
      provenance: [Provenance(name: source.name, digest: dataset.digest)])
    result.notices = [source.notice].compactMap { $0 }
    return result
  }

  private func checkLabels(_ splits: [DatasetSplit: ImageSet]) throws(CellFailure) {
    for split in DatasetSplit.allCases {
      guard let images = splits[split] else { continue }
      for index in 0..<images.count where images.label(at: index) >= source.classes {
        throw CellFailure(
          "labels are below \(source.classes), the number of classes; "
            + "\(split.rawValue) image \(index) has the label \(images.label(at: index))",
          suggestion: "give {load} the right 'classes'")
      }
    }
  }

  private func splitTable(_ splits: [DatasetSplit: ImageSet]) -> CellOutput {
    let shape = source.header.shape
    let rows: [[Table.Value]] = DatasetSplit.allCases.compactMap { split in
      guard let images = splits[split], images.count > 0 else { return nil }
      let range = images.pixelRange
      return [
        .text(split.rawValue), .quantity(.count(images.count)), .text("\(shape.rows) × \(shape.columns)"),
        .text("\(range.lowerBound) to \(range.upperBound), divided by 255"),
      ]
    }
    return .table(
      Table(caption: "Parts of the data set", columns: ["part", "images", "pixels", "grey values"], rows: rows))
  }

  private func classTable(_ splits: [DatasetSplit: ImageSet]) -> CellOutput {
    let parts = DatasetSplit.allCases.filter { (splits[$0]?.count ?? 0) > 0 }
    let rows: [[Table.Value]] = parts.map { split in
      let counts = splits[split]?.labelCounts ?? []
      return [.text(split.rawValue)]
        + (0..<source.classes).map { .quantity(.count($0 < counts.count ? counts[$0] : 0)) }
    }
    return .table(
      Table(caption: "Images of each class", columns: ["part"] + (0..<source.classes).map(String.init), rows: rows))
  }

  private func firstImages(_ splits: [DatasetSplit: ImageSet]) -> CellOutput {
    let images = splits[.train]
    let pictures = (0..<min(12, images?.count ?? 0)).compactMap { index in
      images.map { PictureStrip.Picture($0, at: index, label: "\($0.label(at: index))") }
    }
    return .pictures(PictureStrip(caption: "The first training images", pictures: pictures))
  }
}

extension PictureStrip.Picture {
  /// An image of a data set as a picture.
  init(_ images: ImageSet, at index: Int, label: String) {
    self.init(
      rows: images.shape.rows, columns: images.shape.columns, pixels: images.pixels(of: index), label: label)
  }
}

extension ImageSet {
  /// The smallest and the largest grey value.
  fileprivate var pixelRange: ClosedRange<Int> {
    var low = UInt8.max
    var high = UInt8.min
    for index in 0..<count {
      withPixels(of: index) { pixels in
        for place in pixels.indices {
          low = min(low, pixels[place])
          high = max(high, pixels[place])
        }
      }
    }
    return low <= high ? Int(low)...Int(high) : 0...0
  }
}

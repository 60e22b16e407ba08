import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Loads a data set and shows what it holds.
struct LoadAction: DirectAction {
  let source: DatasetSource
  let counts: SplitCounts
  let reading: ImageReading
  let order: ImageOrder

  static let fieldNames = ["train_images", "validation_images", "test_images", "time_steps", "inputs", "classes"]

  var absentDataset: String? {
    if case .absent = source.origin { source.name } else { nil }
  }

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    let loaded = try read(context)
    session.datasets[context.label] = .loaded(loaded)
    let input = loaded.input
    let result = CellResult(
      outputs: [splitTable(loaded), classTable(loaded), firstImages(loaded)],
      fields: zip(
        Self.fieldNames,
        [counts.train, counts.validation, counts.test, input.steps, input.features, source.classes]
      ).map { Field($0, .count($1)) })
    return named(result, digest: loaded.digest)
  }

  func restore(_ result: CellResult, in session: inout Session, _ context: CellContext) -> CellResult? {
    let digest = result.provenance.first?.digest ?? ""
    session.datasets[context.label] = .kept(KeptReader(action: self, digest: digest, seed: context.seed))
    return named(result, digest: digest)
  }

  /// Reads the images again, which are known from the result that was kept.
  private struct KeptReader: DatasetReader {
    let action: LoadAction
    let digest: String
    /// That of the cell that loads, whatever is given to the cell that needs the images.
    let seed: UInt64

    func read(_ context: CellContext) throws(CellFailure) -> LoadedDataset {
      let dataset = try action.read(
        CellContext(
          label: context.label, seed: seed, threads: context.threads, isCancelled: context.isCancelled))
      guard dataset.digest == digest else { throw action.changed }
      return dataset
    }
  }

  /// Reads or makes the images.
  func read(_ context: CellContext) throws(CellFailure) -> LoadedDataset {
    let dataset = try source.load(counts, context)
    let end = counts.validation + counts.train
    guard end <= dataset.train.count, counts.test <= dataset.test.count, dataset.train.shape == source.header.shape
    else { throw changed }
    let splits: [DatasetSplit: ImageSet] = [
      .train: dataset.train.slice(counts.validation..<end),
      .validation: dataset.train.slice(0..<counts.validation),
      .test: dataset.test.slice(0..<counts.test),
    ]
    try checkLabels(splits)
    return LoadedDataset(
      input: reading.input(of: source.header.shape), classes: source.classes, order: order, reading: reading,
      splits: splits, digest: dataset.digest)
  }

  /// What there is to say when the files are no longer those that were checked.
  var changed: CellFailure { CellFailure("the data set '\(source.name)' changed after it was checked") }

  /// The result with what depends on where the images came from.
  private func named(_ result: CellResult, digest: String) -> CellResult {
    var result = result
    result.provenance = [Provenance(name: source.name, digest: digest)]
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

  private func splitTable(_ loaded: LoadedDataset) -> CellOutput {
    let shape = source.header.shape
    let rows: [[Table.Value]] = DatasetSplit.allCases.compactMap { split in
      guard let images = loaded.images(split), images.count > 0 else { return nil }
      return [
        .text(split.rawValue), .quantity(.count(images.count)), .text("\(shape.rows) × \(shape.columns)"),
        .text(images.rangeText),
      ]
    }
    return .table(
      Table(caption: "Parts of the data set", columns: ["part", "images", "pixels", "grey values"], rows: rows))
  }

  private func classTable(_ loaded: LoadedDataset) -> CellOutput {
    let parts = DatasetSplit.allCases.filter { (loaded.images($0)?.count ?? 0) > 0 }
    let rows: [[Table.Value]] = parts.map { split in
      let counts = loaded.images(split)?.labelCounts ?? []
      return [.text(split.rawValue)]
        + (0..<source.classes).map { .quantity(.count($0 < counts.count ? counts[$0] : 0)) }
    }
    return .table(
      Table(caption: "Images of each class", columns: ["part"] + (0..<source.classes).map(String.init), rows: rows))
  }

  private func firstImages(_ loaded: LoadedDataset) -> CellOutput {
    let images = loaded.images(.train)
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
  /// The smallest and the largest pixel, and what is done with them.
  fileprivate var rangeText: String {
    if isGrey {
      let range = pixelRange
      return "\(range.lowerBound) to \(range.upperBound), divided by 255"
    }
    let range = numberRange
    return "\(range.lowerBound) to \(range.upperBound), as they are"
  }

  private var pixelRange: ClosedRange<Int> {
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

  private var numberRange: ClosedRange<Float> {
    var (low, high) = (Float.infinity, -Float.infinity)
    for index in 0..<count {
      withNumbers(of: index) { numbers in
        for place in numbers.indices { (low, high) = (min(low, numbers[place]), max(high, numbers[place])) }
      }
    }
    return low <= high ? low...high : 0...0
  }
}

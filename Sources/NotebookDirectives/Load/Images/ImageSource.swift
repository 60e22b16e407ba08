import Datasets
import NotebookPlanning
import NotebookResults

/// Images and how they are cut into parts and read.
struct ImageSource: DataSource {
  /// What was read.
  struct Contents {
    let parts: [DatasetSplit: ImageSet]
    let digest: String
  }

  let origin: ImageOrigin
  let counts: SplitCounts
  let reading: ImageReading
  let order: ImageOptions.Order

  var name: String { origin.name }
  var standIn: String? { origin.standIn }
  var notice: String? { origin.notice }

  var absentDataset: String? {
    if case .absent = origin.place { origin.name } else { nil }
  }

  private var shape: ExampleShape {
    let (steps, features) = reading.sequence(of: origin.header.shape)
    return ExampleShape(steps: steps, input: .numbers(features), target: .classes(origin.classes))
  }

  func symbol(following dependencies: CellDependencies) -> DatasetSymbol {
    DatasetSymbol(
      shape: shape, counts: [.train: counts.train, .validation: counts.validation, .test: counts.test], noun: "images",
      metrics: [MetricRule.accuracy, .loss].map(\.name), canBeAugmented: true, bytes: origin.bytes(counts),
      dependencies: dependencies)
  }

  var fields: [Field] {
    [
      Field("train_images", .count(counts.train)), Field("validation_images", .count(counts.validation)),
      Field("test_images", .count(counts.test)), Field("time_steps", .count(shape.steps)),
      Field("inputs", .count(shape.features)), Field("classes", .count(origin.classes)),
    ]
  }

  func read(_ context: CellContext) throws(CellFailure) -> Contents {
    guard let dataset = try origin.load(counts, context) else { throw changed }
    let parts: [DatasetSplit: ImageSet] = [
      .train: dataset.train.slice(counts.validation..<counts.validation + counts.train),
      .validation: dataset.train.slice(0..<counts.validation),
      .test: dataset.test.slice(0..<counts.test),
    ]
    return Contents(parts: parts, digest: dataset.digest)
  }

  func dataset(of contents: Contents) -> LoadedDataset {
    LoadedDataset(
      shape: shape, digest: contents.digest,
      parts: contents.parts.mapValues { ImageExamples($0, reading: reading, classes: origin.classes) },
      order: order.batchOrder)
  }
}

import Datasets
import NotebookPlanning
import NotebookSyntax

/// The options that every source of images has.
enum ImageOptions {
  /// The order in which training takes images.
  enum Order: String, Sendable, CaseIterable {
    case shuffled
    case asFiled = "as_filed"

    var batchOrder: BatchOrder.Kind {
      switch self {
      case .shuffled: .shuffled
      case .asFiled: .asFiled
      }
    }
  }

  static let order = DeclaredOption(
    "order", .word(of: Order.allCases), default: .shuffled, "The order in which training takes the images.",
    alsoKnownAs: ["shuffle"])
  static let options: [any OptionDeclaration] = [
    SharedLoadOptions.validation, SharedLoadOptions.train, SharedLoadOptions.test, SharedLoadOptions.timeSteps, order,
    StandIn.fallback,
  ]

  /// What to load from where images were found; reports parts that are not there.
  static func source(
    _ origin: ImageOrigin, at position: SourcePosition, _ values: inout OptionValues
  ) -> ImageSource? {
    let header = origin.header
    guard
      let validation = SharedLoadOptions.count(
        values[SharedLoadOptions.validation], SharedLoadOptions.validation, of: "images", &values),
      let test = SharedLoadOptions.count(
        values[SharedLoadOptions.test] ?? .count(header.testCount), SharedLoadOptions.test, of: "images", &values),
      let reading = reading(&values)
    else { return nil }
    let counts = SplitCounts(train: values[SharedLoadOptions.train], validation: validation, test: test, of: header)
    if counts.train < 1 || counts.train + counts.validation > header.trainCount {
      values.report(
        .outOfRange,
        at: values.place(
          of: values[SharedLoadOptions.train] == nil ? SharedLoadOptions.validation.name : SharedLoadOptions.train.name),
        "the data set has \(header.trainCount) training images"
          + (counts.validation > 0 ? ", of which validation takes the first \(counts.validation)" : ""))
    }
    if counts.test > header.testCount {
      values.report(
        .outOfRange, at: values.place(of: SharedLoadOptions.test), "the data set has \(header.testCount) test images")
    }
    origin.checkLabels(counts, at: position, &values)
    values.resolve(SharedLoadOptions.train, to: counts.train)
    values.resolve(SharedLoadOptions.test, to: .count(counts.test))
    origin.declareDependencies(&values)
    return ImageSource(origin: origin, counts: counts, reading: reading, order: values[order])
  }

  private static func reading(_ values: inout OptionValues) -> ImageReading? {
    switch values[SharedLoadOptions.timeSteps] {
    case .reading(let reading): return reading
    case .count(let count):
      let words = ImageReading.allCases.map(\.rawValue)
      values.report(
        .unknownName, at: values.place(of: SharedLoadOptions.timeSteps),
        "'time_steps' is \(Spelling.list(words, conjunction: "or")), not '\(count)'")
      return nil
    }
  }
}

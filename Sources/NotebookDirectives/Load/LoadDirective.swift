import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{load}`: a data set, from files or generated, and how its images become sequences.
enum LoadDirective: Directive {
  static let keyword = "load"
  static let makes: Symbol.Family? = .dataset

  static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let source = source(&options)
    let timeSteps = options.choice("time_steps", as: ImageReading.self) ?? .rows
    let order = options.choice("order", as: ImageOrder.self) ?? .shuffled
    let validation = options.integer("validation", in: 0...1_000_000)
    let train = options.integer("train", in: 1...1_000_000)
    let test = options.integer("test", in: 1...1_000_000)
    guard let source else { return nil }
    let header = source.header
    let counts = SplitCounts(train: train, validation: validation ?? 0, test: test, of: header)
    let places = (train: options.place(of: "train"), test: options.place(of: "test"))
    if counts.train < 1 || counts.train + counts.validation > header.trainCount {
      options.report(
        .outOfRange, at: train == nil ? options.place(of: "validation") : places.train,
        "the data set has \(header.trainCount) training images, of which validation takes the first \(counts.validation)"
      )
    }
    if counts.test > header.testCount {
      options.report(.outOfRange, at: places.test, "the data set has \(header.testCount) test images")
    }
    let symbol = DatasetSymbol(
      input: timeSteps.sequence(of: header.shape), classes: source.classes,
      counts: [.train: counts.train, .validation: counts.validation, .test: counts.test])
    let action = LoadAction(source: source, counts: counts, reading: timeSteps, order: order)
    return PlannedAction(
      action,
      leaves: Symbol(.dataset(symbol), fields: LoadAction.fieldNames, standIn: source.standIn))
  }

  /// The size of the images of a folder, as `[rows, columns]`.
  private static func shape(_ options: inout OptionReader, folderIsGiven: Bool) -> ImageShape? {
    guard let value = options.value("shape") else { return nil }
    guard folderIsGiven else {
      options.report(
        .conflictingKeys, at: value.position, "'shape' goes with 'folder'; a named data set knows its own")
      return nil
    }
    guard case .sequence(let sides) = value.kind, sides.count == 2 else {
      options.report(.wrongType, at: value.position, "'shape' is two whole numbers, rows and columns, such as [28, 28]")
      return nil
    }
    let range = 1...65_536
    guard let rows = options.integer(of: sides[0], as: "the number of rows", in: range),
      let columns = options.integer(of: sides[1], as: "the number of columns", in: range)
    else { return nil }
    return ImageShape(rows: rows, columns: columns)
  }

  private static func source(_ options: inout OptionReader) -> DatasetSource? {
    let fallback = options.choice("fallback", as: DatasetSource.Fallback.self)
    let folder = options.value("folder")
    let classes = options.integer("classes", in: 2...256)
    if let classesPlace = options.isGiven("classes") ? options.place(of: "classes") : nil, folder == nil {
      options.report(.conflictingKeys, at: classesPlace, "'classes' goes with 'folder'; a named data set knows its own")
    }
    let shape = shape(&options, folderIsGiven: folder != nil)
    let dataset = options.value("dataset")
    switch (dataset, folder) {
    case (nil, nil):
      options.reportMissing(
        ["dataset", "folder"], "{load} needs 'dataset' or 'folder'", suggestion: "write 'dataset: mnist'")
      return nil
    case (_?, let folder?):
      options.report(.conflictingKeys, at: folder.position, "{load} takes 'dataset' or 'folder', not both")
      return nil
    case (let dataset?, nil):
      guard let name = options.text(of: dataset, as: "'dataset'") else { return nil }
      return DatasetSource.named(name, at: dataset.position, fallback: fallback, from: &options)
    case (nil, let folder?):
      guard let path = options.text(of: folder, as: "'folder'") else { return nil }
      return DatasetSource.folder(path, at: folder.position, classes: classes ?? 10, shape: shape, from: &options)
    }
  }
}

import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import RecurrentEngine

/// `{load}`: a data set, from files or generated, and how its images become sequences.
enum LoadDirective: Directive {
  static let keyword = "load"
  static let summary = "Loads a data set of pictures with labels, and decides how a picture becomes a sequence."
  static let makes: Symbol.Family? = .dataset

  static let dataset = DeclaredOption(
    "dataset", .text(names, examples: ["digits", "mnist"]), "A data set by its name.",
    examples: OptionExamples(["digits", "mnist"], beside: [ExampleOption("fallback", "digits")]))
  static let folder = DeclaredOption(
    "folder", .folder, "A folder inside the notebook's own with a data set of your own, in place of `dataset`.",
    examples: inFolder(["data", "other-data"], named: false))
  static let classes = DeclaredOption(
    "classes", .integer(2...256), "How many labels there are in a `folder`.", otherwise: "10",
    examples: inFolder(["10", "11"]))
  static let shape = DeclaredOption(
    "shape", .imageShape, "Rows and columns of an image in a `folder`.", otherwise: "what the files say",
    examples: inFolder(["[3, 2]", "[2, 3]"]))
  static let validation = DeclaredOption(
    "validation", .integer(0...1_000_000, unit: "images"), default: 0,
    "How many of the first training images are set apart.")
  static let train = DeclaredOption(
    "train", .integer(1...1_000_000, unit: "images"), "How many training images are taken, from the first on.",
    otherwise: "all", examples: OptionExamples(["40", "30"]))
  static let test = DeclaredOption(
    "test", .integer(1...1_000_000, unit: "images"), "How many test images are taken, from the first on.",
    otherwise: "all", examples: OptionExamples(["20", "15"]))
  static let timeSteps = DeclaredOption(
    "time_steps", .word(of: ImageReading.allCases), default: .rows,
    "What the network sees at a time: a row, a column, or one pixel after the other, row by row.")
  static let order = DeclaredOption(
    "order", .word(of: ImageOrder.allCases), default: .shuffled, "The order in which training takes the images.")
  static let fallback = DeclaredOption(
    "fallback", .word(of: DatasetSource.Fallback.allCases),
    "What stands in when the data set can neither be found nor fetched.", otherwise: "nothing does, and nothing runs",
    moves: .nothing)

  static let options: [any OptionDeclaration] = [
    dataset, folder, classes, shape, validation, train, test, timeSteps, order, fallback,
  ]

  static let examples = [
    [
      ExampleOption("dataset", "digits"), ExampleOption("train", "40"), ExampleOption("validation", "4"),
      ExampleOption("test", "20"),
    ],
    [
      ExampleOption("dataset", "digits"), ExampleOption("train", "8"), ExampleOption("test", "4"),
      ExampleOption("order", "as_filed"),
    ],
    [
      ExampleOption("dataset", "digits"), ExampleOption("train", "4"), ExampleOption("test", "4"),
      ExampleOption("time_steps", "pixels"),
    ],
  ]

  /// The data sets that go by a name.
  private static let names =
    (["digits"] + KnownDataset.all.map(\.name)).map { "`\($0)`" }.joined(separator: ", ", last: " or ")

  /// Values that go with a folder.
  private static func inFolder(_ values: [String], named: Bool = true) -> OptionExamples {
    OptionExamples(
      values, beside: named ? [ExampleOption("folder", "data")] : [], without: ["dataset", "train", "test"])
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let source = source(&values) else { return nil }
    let header = source.header
    let (train, test) = (values[train], values[test])
    let counts = SplitCounts(train: train, validation: values[validation], test: test, of: header)
    if counts.train < 1 || counts.train + counts.validation > header.trainCount {
      values.report(
        .outOfRange, at: values.place(of: train == nil ? validation.name : Self.train.name),
        "the data set has \(header.trainCount) training images, of which validation takes the first \(counts.validation)"
      )
    }
    if counts.test > header.testCount {
      values.report(
        .outOfRange, at: values.place(of: Self.test), "the data set has \(header.testCount) test images")
    }
    resolve(source, counts, &values)
    let timeSteps = values[timeSteps]
    let symbol = DatasetSymbol(
      input: timeSteps.input(of: header.shape), classes: source.classes,
      counts: [.train: counts.train, .validation: counts.validation, .test: counts.test],
      metrics: [MetricRule.accuracy, .loss].map(\.name))
    let action = LoadAction(source: source, counts: counts, reading: timeSteps, order: values[order])
    return PlannedAction(
      action,
      leaves: Symbol(.dataset(symbol), fields: LoadAction.fieldNames, standIn: source.standIn))
  }

  /// Says what the result depends on: numbers as they came to be, and where the images come from.
  private static func resolve(_ source: DatasetSource, _ counts: SplitCounts, _ values: inout OptionValues) {
    values.resolve(classes, to: source.classes)
    values.resolve(validation, to: counts.validation)
    values.resolve(train, to: counts.train)
    values.resolve(test, to: counts.test)
    switch source.origin {
    case .absent: break
    case .generated:
      values.depend(on: "digits", "\(GeneratedDigits.name) \(GeneratedDigits.edition)")
      values.drawRandomNumbers()
    case .files(let location):
      values.resolve(shape, to: source.header.shape)
      for path in location.paths { values.depend(on: CellDependencies.File(name: path.name, path: path.path)) }
    }
  }

  private static func source(_ values: inout OptionValues) -> DatasetSource? {
    for option in [classes, shape] as [any OptionDeclaration] where values.isGiven(option) && !values.isGiven(folder) {
      values.report(
        .conflictingKeys, at: values.place(of: option),
        "'\(option.name)' goes with 'folder'; a named data set knows its own")
    }
    switch (values.isGiven(dataset), values.isGiven(folder)) {
    case (false, false):
      values.reportMissing(
        [dataset.name, folder.name], "{load} needs 'dataset' or 'folder'", suggestion: "write 'dataset: mnist'")
      return nil
    case (true, true):
      values.report(
        .conflictingKeys, at: values.place(of: folder), "{load} takes 'dataset' or 'folder', not both")
      return nil
    case (true, false):
      guard let name = values[dataset] else { return nil }
      let (place, fallback) = (values.place(of: dataset), values[fallback])
      return values.reading { DatasetSource.named(name, at: place, fallback: fallback, from: &$0) }
    case (false, true):
      guard let path = values[folder] else { return nil }
      let (place, classes, shape) = (values.place(of: folder), values[classes] ?? 10, values[shape])
      return values.reading {
        DatasetSource.folder(path, at: place, classes: classes, shape: shape, from: &$0)
      }
    }
  }
}

extension OptionType where Value == String {
  /// A folder, of which nothing but the contents matters.
  fileprivate static var folder: OptionType<String> {
    OptionType(
      form: { .text("the path of a folder inside the notebook's own") }, examples: ["data", "other-data"],
      text: { $0 }, contribute: { _, _, _ in }, read: { $2.text(of: $0, as: $1) })
  }
}

extension OptionType where Value == ImageShape {
  /// Rows and columns.
  fileprivate static var imageShape: OptionType<ImageShape> {
    let range = 1...65_536
    let side = OptionForm.integer(range, unit: nil)
    return OptionType(
      form: .tuple([side, side]), examples: ["[3, 2]", "[2, 3]"], phrase: { "[\($0.rows), \($0.columns)]" }
    ) { value, what, reader in
      guard case .sequence(let sides) = value.kind, sides.count == 2 else {
        reader.report(
          .wrongType, at: value.position, "\(what) is two whole numbers, rows and columns, such as [28, 28]")
        return nil
      }
      let rows = reader.integer(of: sides[0], as: "the number of rows", in: range)
      let columns = reader.integer(of: sides[1], as: "the number of columns", in: range)
      guard let rows, let columns else { return nil }
      return ImageShape(rows: rows, columns: columns)
    }
  }
}

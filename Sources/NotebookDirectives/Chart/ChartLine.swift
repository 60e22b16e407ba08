import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// One series of a chart.
enum ChartLine: Sendable {
  case recorded(FieldReference, name: String, unit: RecordedSeries.Unit)
  case written(ChartSeries, unit: RecordedSeries.Unit)

  var name: String {
    switch self {
    case .recorded(_, let name, _): name
    case .written(let series, _): series.name
    }
  }

  var unit: RecordedSeries.Unit {
    switch self {
    case .recorded(_, _, let unit), .written(_, let unit): unit
    }
  }

  /// How many points it will have.
  func pointCount(in scope: PlanScope) -> Int {
    switch self {
    case .recorded(let reference, _, _): scope.symbols[reference.label]?.lengths[reference.field] ?? 0
    case .written(let series, _): series.points.count
    }
  }
}

/// A series of a chart with its options: `{series: fit.batch_accuracy, name: …}` or `{values: […], every: 20 steps, name: …}`.
enum SeriesOptions: NestedOptions {
  static let owner = "a series"
  static let summary = "A recorded series, or figures that were printed somewhere and where they stand."
  static let series = DeclaredOption(
    "series",
    .measured(
      .series, "the name of a recorded series, such as `fit.batch_accuracy`", example: "fit.batch_accuracy",
      examples: ["train.batch_loss", "train.batch_accuracy"]),
    "A recorded series.")
  static let figures = DeclaredOption(
    "values", .figures(examples: ["[1, 2]", "[1, 3]"]), "Printed figures, in place of `series`.",
    examples: OptionExamples(["[1, 2]", "[1, 3]"], beside: [ExampleOption("every", "2 steps")], without: ["series"]))
  static let places = FigurePlaceOptions(beside: [ExampleOption("values", "[1, 2]")], without: ["series"])
  static let name = DeclaredOption(
    "name", .text(), "What the legend calls it.", otherwise: "the name of the series, or `reported`")
  static let options: [any OptionDeclaration] = [series, figures] + places.all + [name]
  static let example = [ExampleOption("series", "train.batch_loss"), ExampleOption("name", "measured")]

  static func make(_ values: inout OptionValues) -> ChartLine? {
    if let reference = values[series] {
      for option in [figures] + places.all where values.isGiven(option) {
        values.report(
          .conflictingKeys, at: values.place(of: option), "'\(option.name)' goes with 'values', not with 'series'")
      }
      guard let unit = values.reading({ $0.unit(of: reference) }) else { return nil }
      let name = values[name] ?? reference.text
      values.resolve(Self.name, to: name)
      return .recorded(reference, name: name, unit: unit)
    }
    if !values.isGiven(figures) { values.reportMissing([figures.name], "\(owner) needs 'values'", suggestion: nil) }
    let numbers = values[figures] ?? []
    guard let places = places.places(count: numbers.count, &values), !numbers.isEmpty else { return nil }
    let points = zip(places.positions, numbers).map { SeriesPoint(x: $0, y: $1) }
    return .written(ChartSeries(name: values[name] ?? "reported", points: points), unit: places.unit)
  }
}

extension OptionType where Value == [ChartPart<ChartLine>] {
  /// Series, each by its name alone or with options.
  static var chartLines: OptionType<[ChartPart<ChartLine>]> {
    let line = OptionType<ChartPart<ChartLine>>.part(
      .measured(
        .series, "the name of a recorded series, such as `fit.batch_accuracy`", example: "fit.batch_accuracy",
        examples: ["train.batch_loss"]),
      or: .group(SeriesOptions.self, named: "series")
    ) { reference, reader in
      reader.unit(of: reference).map { ChartLine.recorded(reference, name: reference.text, unit: $0) }
    }
    return line.list(of: "a series", examples: line.examples.map { "[\($0)]" })
  }
}

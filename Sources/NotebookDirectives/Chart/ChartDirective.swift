import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// `{chart}`: recorded series and printed figures over common axes.
enum ChartDirective: Directive {
  static let keyword = "chart"

  static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let title = options.text("title")
    let yRange = options.value("y_range").flatMap { options.range(of: $0, as: "'y_range'") }
    guard options.required("series", suggestion: "write 'series: [fit.batch_accuracy]'") != nil else { return nil }
    let items = options.items("series")
    let lines = items.compactMap { ChartLine.read($0, from: &options) }
    guard lines.count == items.count, let first = lines.first else {
      if items.isEmpty {
        options.report(.wrongType, at: options.place(of: "series"), "a chart has at least one series")
      }
      return nil
    }
    for (line, item) in zip(lines, items) where line.unit != first.unit {
      options.report(
        .conflictingKeys, at: item.position,
        "the series of a chart count the same thing, but '\(line.name)' counts \(line.unit.rawValue)s and '\(first.name)' \(first.unit.rawValue)s"
      )
    }
    return PlannedAction(
      ChartAction(title: title ?? lines.map(\.name).joined(separator: ", "), lines: lines, yRange: yRange),
      leaves: Symbol(.measurements))
  }
}

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

  /// Reads `fit.batch_accuracy`, `{series: fit.batch_accuracy, name: …}` or `{values: […], every: 20 steps, name: …}`.
  static func read(_ value: YAMLValue, from options: inout OptionReader) -> ChartLine? {
    guard case .mapping = value.kind else {
      return options.series(value, as: "a series").map {
        .recorded($0.reference, name: $0.reference.text, unit: $0.unit)
      }
    }
    return options.nested(value, owner: "a series") { options in
      let name = options.text("name")
      if let recorded = options.value("series") {
        return options.series(recorded, as: "'series'").map {
          .recorded($0.reference, name: name ?? $0.reference.text, unit: $0.unit)
        }
      }
      guard let points = PrintedFigures.read("values", from: &options) else { return nil }
      return .written(ChartSeries(name: name ?? "reported", points: points.points), unit: points.unit)
    }
  }
}

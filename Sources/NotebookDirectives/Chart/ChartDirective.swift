import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// `{chart}`: recorded series and printed figures over common axes.
enum ChartDirective: Directive {
  static let keyword = "chart"
  static let summary = "Draws recorded series, and figures that somebody printed, over common axes."

  static let title = DeclaredOption(
    "title", .text(), "What stands above the chart.", otherwise: "the names of the series")
  static let series = DeclaredOption(
    "series", .chartLines, "What is drawn; a name alone stands for a recorded series.", isRequired: true,
    suggestion: "write 'series: [fit.batch_accuracy]'", alsoKnownAs: ["plot", "lines", "curves"])
  static let xRange = DeclaredOption(
    "x_range", .places, "The horizontal axis from end to end; what lies outside is not drawn.",
    otherwise: "as far as the series reach", alsoKnownAs: ["xlim", "x_lim"])
  static let yRange = DeclaredOption(
    "y_range", .range, "The vertical axis from end to end; what lies outside is not drawn.",
    otherwise: "as the values need it", alsoKnownAs: ["ylim", "y_lim"])
  static let yScale = DeclaredOption(
    "y_scale", .word(of: ChartStyle.Scale.allCases), default: .linear,
    "How values stand on the vertical axis; on a `log` one what is not above 0 is left out.",
    alsoKnownAs: ["yscale", "log_y", "logy", "semilogy"])
  static let height = DeclaredOption(
    "height", .integer(5...60), "Rows of the plot, or of each panel.",
    otherwise: "18, of several series 24, and fewer in panels and on narrow pages", alsoKnownAs: ["rows"])
  static let panels = DeclaredOption(
    "panels", .truth, "Whether every series has a plot of its own, one below the other over common axes.",
    otherwise: "where three to twelve lines cross so often that they could not be followed",
    alsoKnownAs: ["facets", "subplots", "small_multiples"])
  static let smooth = DeclaredOption(
    "smooth", .integer(2...200),
    "Draws each point as the mean of so many, itself the last; the numbers stay as they are.",
    otherwise: "every point as it is", alsoKnownAs: ["smoothing", "moving_average"])
  static let options: [any OptionDeclaration] = [title, series, xRange, yRange, yScale, height, panels, smooth]

  static let examples = [[ExampleOption("series", "[train.batch_loss]")]]

  /// The names of the series, as many as are read.
  private static func title(of names: [String]) -> String {
    let most = 20
    return names.prefix(most).joined(separator: ", ") + (names.count > most ? " and \(names.count - most) more" : "")
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let items = values[series] else { return nil }
    let lines = items.map(\.line)
    guard let first = lines.first else {
      values.report(.wrongType, at: values.place(of: series), "a chart has at least one series")
      return nil
    }
    for (line, item) in zip(lines, items) where line.unit != first.unit {
      values.report(
        .conflictingKeys, at: item.position,
        "the series of a chart count the same thing, but '\(line.name)' counts \(line.unit.rawValue)s and '\(first.name)' \(first.unit.rawValue)s"
      )
    }
    let title = values[title] ?? Self.title(of: lines.map(\.name))
    values.resolve(Self.title, to: title)
    var symbol = Symbol(.measurements)
    symbol.shown = ShownSize(points: lines.map { $0.pointCount(in: values.scope) }.reduce(0, +))
    return PlannedAction(ChartAction(title: title, lines: lines, style: style(of: items, &values)), leaves: symbol)
  }

  /// How the chart is drawn; reports what cannot stand on a logarithmic axis.
  private static func style(of items: [PlacedLine], _ values: inout OptionValues) -> ChartStyle {
    let (scale, range) = (values[yScale], values[yRange])
    if scale == .log {
      if let range, range.lowerBound <= 0 {
        values.report(
          .conflictingKeys, at: values.place(of: yRange), "'y_range' begins above 0 where 'y_scale' is log")
      }
      for item in items {
        guard case .written(let series, _) = item.line, series.points.contains(where: { $0.y <= 0 }) else { continue }
        values.report(
          .conflictingKeys, at: item.position,
          "the figures of '\(series.name)' are not all above 0, which they are where 'y_scale' is log")
      }
    }
    return ChartStyle(
      xRange: values[xRange], yRange: range, yScale: scale == .linear ? nil : scale, rows: values[height],
      panels: values[panels], smoothing: values[smooth])
  }
}

extension OptionType where Value == ClosedRange<Int> {
  /// Two whole numbers from 0 on and all between them.
  fileprivate static var places: OptionType<ClosedRange<Int>> {
    OptionType(
      form: .pattern("a range of whole numbers such as 0..500", #"^[0-9]+\.\.[0-9]+$"#), examples: ["0..9", "1..8"],
      phrase: { "\($0.lowerBound)..\($0.upperBound)" }
    ) { value, what, reader in
      guard let range = reader.range(of: value, as: what) else { return nil }
      let most = Double(Int32.max)
      if (0...most).contains(range.lowerBound), (0...most).contains(range.upperBound),
        let low = Int(exactly: range.lowerBound), let high = Int(exactly: range.upperBound)
      {
        return low...high
      }
      reader.report(.wrongType, at: value.position, "\(what) is a range of whole numbers from 0 on, such as 0..500")
      return nil
    }
  }
}

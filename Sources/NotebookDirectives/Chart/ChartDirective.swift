import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// `{chart}`: recorded series and printed figures over common axes, or numbers side by side.
enum ChartDirective: Directive {
  static let keyword = "chart"
  static let summary =
    "Draws recorded series, and figures that somebody printed, over common axes, or numbers as bars or a heat map."

  static let title = DeclaredOption(
    "title", .text(), "What stands above the chart.", otherwise: "the names of what is drawn")
  static let kind = DeclaredOption(
    "kind", .word(of: ChartKind.allCases), default: .lines,
    "How it is drawn: `series` as lines or as strips of shades, `numbers` as bars, or one of a sweep over two parameters as a heat map.",
    alsoKnownAs: ["type", "chart_type", "plot_type", "mark"])
  static let series = DeclaredOption(
    "series", .chartLines, "What lines and strips are of; a name alone stands for a recorded series.",
    alsoKnownAs: ["plot", "lines", "curves"])
  static let numbers = DeclaredOption(
    "numbers", .chartNumbers,
    "What bars and heat maps are of; a name alone stands for a measured number, or for that of every setting of a sweep.",
    examples: OptionExamples(
      OptionType<[ChartPart<ChartNumber>]>.chartNumbers.examples, beside: [ExampleOption("kind", "bars")],
      without: ["series"]),
    alsoKnownAs: ["bars", "measured", "fields"])
  static let xRange = DeclaredOption(
    "x_range", .places, "The horizontal axis of lines and strips from end to end; what lies outside is not drawn.",
    otherwise: "as far as the series reach", alsoKnownAs: ["xlim", "x_lim"])
  static let yRange = DeclaredOption(
    "y_range", .range,
    "The axis of the values from end to end, or the values of the faintest and the darkest shade; of what lies outside, lines and strips draw nothing.",
    otherwise: "as the values need it, and for bars from 0", alsoKnownAs: ["ylim", "y_lim"])
  static let yScale = DeclaredOption(
    "y_scale", .word(of: ChartStyle.Scale.allCases), default: .linear,
    "How values stand on their axis; on a `log` one what is not above 0 is left out.",
    alsoKnownAs: ["yscale", "log_y", "logy", "semilogy"])
  static let height = DeclaredOption(
    "height", .integer(5...60), "Rows of a plot of lines, or of each panel.",
    otherwise: "18, of more than three series 24, and fewer in panels and on narrow pages", alsoKnownAs: ["rows"])
  static let panels = DeclaredOption(
    "panels", .truth, "Whether every line has a plot of its own, one below the other over common axes.",
    otherwise: "where three to twelve lines cross so often that they could not be followed",
    alsoKnownAs: ["facets", "subplots", "small_multiples"])
  static let smooth = DeclaredOption(
    "smooth", .integer(2...200),
    "Draws each point of a series as the mean of so many, itself the last; the numbers stay as they are.",
    otherwise: "every point as it is", alsoKnownAs: ["smoothing", "moving_average"])
  static let options: [any OptionDeclaration] = [
    title, kind, series, numbers, xRange, yRange, yScale, height, panels, smooth,
  ]

  static let examples = [[ExampleOption("series", "[train.batch_loss]")]]

  static func check(_ values: inout OptionValues) {
    guard !values.isGiven(series), !values.isGiven(numbers) else { return }
    let isOfSeries = values[kind].isOfSeries
    values.reportMissing(
      [series.name, numbers.name], "\(values.owner) needs '\(isOfSeries ? series.name : numbers.name)'",
      suggestion: isOfSeries ? "write 'series: [fit.batch_accuracy]'" : "write 'numbers: [test.accuracy]'")
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    checkKind(&values)
    switch values[kind] {
    case .lines, .strips: return lines(&values)
    case .bars: return bars(&values)
    case .heatMap: return heatMap(&values)
    }
  }

  /// Reports what does not go with the kind of the chart.
  private static func checkKind(_ values: inout OptionValues) {
    let kind = values[kind]
    // Of a word that is no kind nobody knows what goes with it.
    if case .scalar(let word, _)? = values.written(Self.kind)?.kind, word != kind.rawValue { return }
    let foreign: [(option: any OptionDeclaration, kinds: String, isRight: Bool)] = [
      (series, "lines and strips", kind.isOfSeries), (numbers, "bars and heat maps", !kind.isOfSeries),
      (xRange, "lines and strips", kind.isOfSeries), (height, "lines", kind == .lines),
      (panels, "lines", kind == .lines), (smooth, "lines and strips", kind.isOfSeries),
    ]
    for (option, kinds, isRight) in foreign where !isRight && values.isGiven(option) {
      let suggestion: Suggestion? =
        option.name == numbers.name ? "write 'kind: bars'" : option.name == series.name ? "name 'numbers' instead" : nil
      values.report(
        .conflictingKeys, at: values.place(of: option), "'\(option.name)' goes with \(kinds), not with \(kind.phrase)",
        suggestion: suggestion)
    }
  }

  /// The names of what is drawn, as many as are read.
  private static func title(of names: [String]) -> String {
    let most = 20
    return names.prefix(most).joined(separator: ", ") + (names.count > most ? " and \(names.count - most) more" : "")
  }

  private static func lines(_ values: inout OptionValues) -> PlannedAction? {
    guard let items = values[series] else { return nil }
    let lines = items.map(\.made)
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
    checkFigures(of: items, &values)
    return PlannedAction(ChartAction(title: title, lines: lines, style: style(&values)), leaves: symbol)
  }

  private static func bars(_ values: inout OptionValues) -> PlannedAction? {
    guard let numbers = values[numbers]?.map(\.made) else { return nil }
    if numbers.isEmpty { values.report(.wrongType, at: values.place(of: Self.numbers), "a chart has at least one bar") }
    let title = values[title] ?? Self.title(of: numbers.map(\.name))
    values.resolve(Self.title, to: title)
    var symbol = Symbol(.measurements)
    symbol.shown = ShownSize(points: numbers.map(\.shownPoints).reduce(0, +))
    // Where all charts together are too much, nothing runs, and no bar need be named.
    let isTooMuch = symbol.shown.points > NotebookLimits.points - min(values.scope.shown.points, NotebookLimits.points)
    let bars = isTooMuch ? [] : numbers.bars
    let action = BarAction(title: title, label: numbers.label ?? "value", bars: bars, style: style(&values))
    return PlannedAction(action, leaves: symbol)
  }

  private static func heatMap(_ values: inout OptionValues) -> PlannedAction? {
    guard let items = values[numbers] else { return nil }
    guard items.count == 1, let item = items.first else {
      values.report(
        .wrongType, at: values.place(of: numbers), "a heat map is of one number of a sweep, not of \(items.count)")
      return nil
    }
    guard case .swept(let reference, let swept, let number, let name) = item.made, swept.axes.count == 2 else {
      values.report(
        .wrongKind, at: item.position, "a heat map is of a number that a sweep over two parameters collects",
        suggestion: "write 'kind: bars'")
      return nil
    }
    let title = values[title] ?? name ?? reference.text
    values.resolve(Self.title, to: title)
    var symbol = Symbol(.measurements)
    symbol.shown = ShownSize(points: swept.groups.count)
    let action = HeatMapAction(
      title: title, reference: reference, swept: swept, isLargerBetter: number.isLargerBetter, style: style(&values))
    return PlannedAction(action, leaves: symbol)
  }

  /// How the chart is drawn; reports a range that cannot stand on a logarithmic axis.
  private static func style(_ values: inout OptionValues) -> ChartStyle {
    let (scale, range) = (values[yScale], values[yRange])
    if scale == .log, let range, range.lowerBound <= 0 {
      values.report(.conflictingKeys, at: values.place(of: yRange), "'y_range' begins above 0 where 'y_scale' is log")
    }
    return ChartStyle(
      xRange: values[xRange], yRange: range, yScale: scale == .linear ? nil : scale, rows: values[height],
      panels: values[panels], strips: values[kind] == .strips ? true : nil, smoothing: values[smooth])
  }

  /// Reports figures that cannot stand on a logarithmic axis.
  private static func checkFigures(of items: [ChartPart<ChartLine>], _ values: inout OptionValues) {
    guard values[yScale] == .log else { return }
    for item in items {
      guard case .written(let series, _) = item.made, series.points.contains(where: { $0.y <= 0 }) else { continue }
      values.report(
        .conflictingKeys, at: item.position,
        "the figures of '\(series.name)' are not all above 0, which they are where 'y_scale' is log")
    }
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

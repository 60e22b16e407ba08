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
  static let yRange = DeclaredOption(
    "y_range", .range, "The vertical axis from end to end; what lies outside is not drawn.",
    otherwise: "as the values need it", alsoKnownAs: ["ylim", "y_lim"])
  static let options: [any OptionDeclaration] = [title, series, yRange]

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
    return PlannedAction(ChartAction(title: title, lines: lines, yRange: values[yRange]), leaves: symbol)
  }
}

import NotebookResults
import NotebookSyntax

/// Bars in plain ASCII characters: names to their left and numbers to their right, or both above where a line has no room for them.
struct BarPlot {
  let lines: [InkedLine]

  init(_ chart: BarChart, width: Int, in words: DrawingPhrases.Bars = DrawingPhrases.english.bars) {
    let texts = chart.bars.map { BarText($0, in: words) }
    let numbers = DecimalColumn.aligned(texts.map(\.number), point: " ", digit: " ")
    let deviations = DecimalColumn.aligned(texts.map { $0.deviation ?? "" }, point: " ", digit: " ")
    let widths = [numbers, deviations].map { $0.map(\.count).max() ?? 0 }
    let behind = widths[0] + (widths[1] > 0 ? Self.sign.count + widths[1] : 0)

    let fewest = max(16, width / 3)
    var names = RowNames(chart.bars.map(\.name), atMost: width / 3)
    if names.areBeside, width - names.margin - Self.gap - behind < fewest {
      names = RowNames(chart.bars.map(\.name), atMost: -1)
    }
    let room = names.areBeside ? width - names.margin - Self.gap - behind : width - names.margin
    let axis = BarAxis(chart, columns: max(fewest, room), margin: names.margin)

    var lines: [String] = []
    for (index, bar) in chart.bars.enumerated() {
      lines += names.above(index, with: texts[index].text(plusMinus: "+-"), width: width)
      var line = names.leading(index) + String(DrawnBar(bar, on: axis).signs)
      if names.areBeside {
        line += String(repeating: " ", count: Self.gap) + TextWidth.padded(numbers[index], to: widths[0], right: true)
        if texts[index].deviation != nil {
          line += Self.sign + TextWidth.padded(deviations[index], to: widths[1], right: true)
        }
      }
      lines.append(line)
    }
    let ruler = PlotRuler(axis, margin: names.margin)
    lines += [ruler.rule] + ruler.foot(VisibleText.escaping(chart.label))
    lines += BarRemarks.texts(chart, on: axis, deviation: "( )", in: words).flatMap { remark in
      TextWidth.pieces(remark, columns: max(8, width - 2)).map { "  \($0)" }
    }
    self.lines = lines.map { InkedLine($0).trimmed }
  }

  private static let sign = " +- "
  /// Columns between a bar and its number.
  private static let gap = 2
}

/// The signs of a bar.
private struct DrawnBar {
  private(set) var signs: [Character]

  init(_ bar: BarChart.Bar, on axis: BarAxis) {
    signs = Array(repeating: " ", count: axis.columns)
    let origin = axis.column(axis.origin)
    signs[origin] = "|"
    switch bar.quantity.map({ axis.place(of: $0.number) }) ?? .nowhere {
    case .within(let share):
      let end = axis.column(share)
      for column in min(origin, end)...max(origin, end) where column != origin { signs[column] = "=" }
      if let number = bar.quantity?.number, let deviation = bar.drawnDeviation {
        markDeviation(from: axis.place(of: number - deviation), to: axis.place(of: number + deviation), end: end, axis)
      }
    case .below:
      if origin > 0 { for column in 1..<origin { signs[column] = "=" } }
      signs[0] = "<"
    case .above:
      for column in origin + 1..<max(origin + 1, axis.columns - 1) { signs[column] = "=" }
      signs[axis.columns - 1] = ">"
    case .nowhere: break
    }
  }

  /// Ends in parentheses, with a line where there is no bar.
  private mutating func markDeviation(from low: BarAxis.Place, to high: BarAxis.Place, end: Int, _ axis: BarAxis) {
    func column(_ place: BarAxis.Place) -> Int? {
      if case .within(let share) = place { axis.column(share) } else { nil }
    }
    let (first, last) = (column(low), column(high))
    let range = min(first ?? 0, end)...max(last ?? axis.columns - 1, end)
    guard range.count > 1 else { return }
    for column in range where signs[column] == " " { signs[column] = "-" }
    if first != nil { signs[range.lowerBound] = "(" }
    if last != nil { signs[range.upperBound] = ")" }
  }
}

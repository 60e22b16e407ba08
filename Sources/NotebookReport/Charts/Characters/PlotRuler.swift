import NotebookSyntax

/// The horizontal axis of a drawing in characters: a line with ticks, their labels, and what it shows.
struct PlotRuler {
  private let ticks: [AxisTick]
  private let columns: Int
  /// Columns to the left of the corner.
  private let margin: Int

  /// An axis whose columns begin behind a corner.
  init(ticks: [AxisTick], columns: Int, margin: Int) {
    (self.ticks, self.columns, self.margin) = (ticks, columns, margin)
  }

  /// An axis whose first column is the corner.
  init(_ axis: BarAxis, margin: Int) {
    let ticks = axis.ticks.map { AxisTick(column: $0.column - 1, label: $0.label, start: $0.start - 1) }
    self.init(ticks: ticks, columns: axis.columns - 1, margin: margin)
  }

  /// The line, a corner first.
  var rule: String {
    var line = Array(repeating: "-", count: columns)
    for tick in ticks where tick.column >= 0 { line[tick.column] = "+" }
    return String(repeating: " ", count: margin) + "+" + line.joined()
  }

  /// The labels of the ticks and, centred, what they are of.
  func foot(_ label: String) -> [String] {
    let origin = margin + 1
    var labels = ""
    for tick in ticks {
      labels += String(repeating: " ", count: max(0, origin + tick.start - labels.count)) + tick.label
    }
    let indent = max(0, origin + (columns - TextWidth.columns(label)) / 2)
    return [labels, String(repeating: " ", count: indent) + label]
  }
}

import NotebookSyntax

/// What stands around a plot in characters: the y axis to its left, the x axis below.
struct PlotFrame {
  let values: ValueAxis
  let steps: StepAxis
  /// Columns that the labels of the y axis take.
  let margin: Int

  /// A frame of a width, `reserved` columns of which are kept free to the right.
  init(_ contents: ChartContents, values: ValueAxis, width: Int, reserved: Int) {
    self.values = values
    margin = values.ticks.map(\.label.count).max() ?? 0
    steps = StepAxis(steps: contents.steps, columns: max(12, width - margin - 2 - reserved), margin: margin)
  }

  /// What stands to the left of a row.
  func leading(row: Int) -> String {
    let tick = values.ticks.first { $0.row == row }
    return TextWidth.padded(tick?.label ?? "", to: margin, right: true) + (tick == nil ? " |" : " +")
  }

  /// What the y axis shows, above it.
  func head(_ label: String) -> String { TextWidth.padded(label, to: margin, right: true) }

  /// The line below a plot.
  var rule: String { ruler.rule }

  /// The ticks' labels and what the x axis counts.
  func foot(_ label: String) -> [String] { ruler.foot(label) }

  private var ruler: PlotRuler { PlotRuler(ticks: steps.ticks, columns: steps.columns, margin: margin + 1) }
}

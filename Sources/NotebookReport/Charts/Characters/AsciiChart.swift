package import NotebookResults

/// A chart drawn in plain ASCII characters: axes with round ticks, lines in signs of their own, and what they are called.
package struct AsciiChart {
  /// Without the chart's title, which stands above or beside it; none ends in blanks.
  let drawing: [InkedLine]

  package var lines: [String] { drawing.map(\.text) }
  package var text: String { lines.joined(separator: "\n") }

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - chart: What to draw.
  ///   - width: Columns that a line may have.
  ///   - height: Rows that the plot may have at most, without the x axis and the legend; nil: as many as it needs.
  package init(_ chart: Chart, width: Int = PlotSize.page, height: Int? = nil) {
    self.init(chart, width: width, height: height, in: DrawingPhrases.english.lines)
  }

  /// Draws a chart that says in some language how it is drawn.
  init(_ chart: Chart, width: Int, height: Int? = nil, in words: DrawingPhrases.Lines) {
    guard let contents = ChartContents(chart) else {
      drawing = [InkedLine(words.nothingToDraw(ChartContents.whatIsMissing(in: chart, words)))]
      return
    }
    drawing = Self.plot(contents, of: chart, width: width, height: height, in: words).map(\.trimmed)
  }

  private static func plot(
    _ contents: ChartContents, of chart: Chart, width: Int, height: Int?, in words: DrawingPhrases.Lines
  ) -> [InkedLine] {
    if chart.style.strips == true { return StripPlot(contents, of: chart, width: width, in: words).lines }
    let panels = { PanelPlot(contents, of: chart, width: width, height: height, in: words)?.lines }
    if chart.style.panels == true, let lines = panels() { return lines }
    let rows = PlotSize.rows(of: chart, width: width, limit: height)
    let overlaid = OverlaidPlot(contents, of: chart, width: width, height: rows, in: words)
    if chart.style.panels == nil, overlaid.isTangled, let lines = panels() { return lines }
    return overlaid.lines
  }
}

import NotebookResults
import NotebookSyntax

/// The lines below a plot: what its signs stand for, what it leaves out, and what is to be known of how it is drawn.
struct ChartLegend {
  let lines: [InkedLine]

  /// A legend.
  ///
  /// - Parameters:
  ///   - chart: What is drawn.
  ///   - plotted: Its series as drawn.
  ///   - named: Whether the plot itself names its series.
  ///   - canvas: Where all lines are drawn over one another; nil where each has a plot of its own.
  ///   - width: Columns that a line may have.
  ///   - words: The language.
  init(
    _ chart: Chart, plotted: [PlottedSeries], named: Bool, canvas: ChartCanvas?, width: Int,
    in words: DrawingPhrases.Lines
  ) {
    var lines: [InkedLine] = []
    for (index, (series, plotted)) in zip(chart.series, plotted).enumerated() {
      let omissions = Self.omissions(plotted, scale: ValueScale(chart.style.yScale), in: words)
      if named, omissions.isEmpty { continue }
      let name = SeriesName(series, in: chart)
      let text = (named ? name.name : name.text) + omissions
      lines += Self.entry(text, sample: named ? nil : LineShape.of(canvas == nil ? 0 : index), ink: index, width: width)
    }
    for remark in Self.remarks(chart, plotted, canvas, in: words) {
      lines += Self.entry(remark, sample: nil, ink: 0, width: width)
    }
    self.lines = lines
  }

  /// Text in as many lines as it takes, all but the first further in.
  private static func entry(_ text: String, sample: LineShape?, ink: Int, width: Int) -> [InkedLine] {
    let indent = sample.map { 3 + $0.sample.count } ?? 2
    return TextWidth.pieces(text, columns: max(8, width - indent)).enumerated().map { number, piece in
      guard number == 0, let sample else { return InkedLine(String(repeating: " ", count: indent) + piece) }
      var line = InkedLine("  ")
      line.append(sample.sample, ink: ink)
      line.append(" \(piece)")
      return line
    }
  }

  private static func omissions(
    _ plotted: PlottedSeries, scale: ValueScale, in words: DrawingPhrases.Lines
  ) -> String {
    func count(_ points: Int) -> String { points == 1 ? words.onePoint : words.points("\(points)") }
    var remarks: [String] = []
    if plotted.unplottable > 0 {
      remarks.append((scale == .linear ? words.notFinite : words.notAboveZero)(count(plotted.unplottable)))
    }
    if plotted.outside > 0 { remarks.append(words.beyondAxis(count(plotted.outside))) }
    if plotted.marks.isEmpty, remarks.isEmpty { remarks.append(words.noPoints) }
    return remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
  }

  private static func remarks(
    _ chart: Chart, _ plotted: [PlottedSeries], _ canvas: ChartCanvas?, in words: DrawingPhrases.Lines
  ) -> [String] {
    var remarks: [String] = []
    if let canvas {
      if canvas.hasSharedPlaces { remarks.append(words.signsTakeTurns) }
      let most = 10
      let hidden = canvas.hidden.prefix(most).map { VisibleText.escaping(chart.series[$0].name) }
        .joined(separator: ", ")
      let others = canvas.hidden.count - most
      if others > 0 {
        remarks.append(words.hiddenAndMore(hidden, "\(others)"))
      } else if !hidden.isEmpty {
        remarks.append(words.hidden(hidden))
      }
      if chart.series.count > LineShape.count { remarks.append(words.signsBeginAnew("\(LineShape.count)")) }
    }
    if let count = chart.style.smoothing, count > 1 { remarks.append(words.smoothed("\(count)")) }
    let most = plotted.map(\.mostPerColumn).max() ?? 0
    if most > 1 { remarks.append(words.columnsAreMeans("\(most)")) }
    return remarks
  }
}

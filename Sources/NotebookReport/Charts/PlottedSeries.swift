import NotebookResults

/// A series brought to the columns of a chart: points that share a column become their mean.
struct PlottedSeries {
  struct Mark {
    let column: Int
    let row: Int
    /// Whether the line from the mark before leads here; not across a point that could not be drawn.
    let isJoined: Bool
  }

  private(set) var marks: [Mark] = []
  /// Points that are no finite numbers.
  private(set) var unplottable = 0
  /// Points above or below the axis.
  private(set) var outside = 0
  /// How many points the fullest column holds.
  private(set) var mostPerColumn = 0

  init(_ series: ChartSeries, steps: StepAxis, values: ValueAxis) {
    var mean = 0.0
    var count = 0
    var column = 0
    var isJoined = false

    func finishColumn(_ plotted: inout Self) {
      guard count > 0, let row = values.row(of: mean) else { return }
      plotted.marks.append(Mark(column: column, row: row, isJoined: isJoined && !plotted.marks.isEmpty))
      plotted.mostPerColumn = max(plotted.mostPerColumn, count)
      (mean, count, isJoined) = (0, 0, true)
    }

    for point in series.points {
      guard ValueAxis.canShow(point.y), values.row(of: point.y) != nil else {
        if ValueAxis.canShow(point.y) { outside += 1 } else { unplottable += 1 }
        finishColumn(&self)
        isJoined = false
        continue
      }
      if count > 0, steps.column(of: point.x) != column { finishColumn(&self) }
      column = steps.column(of: point.x)
      count += 1
      mean += (point.y - mean) / Double(count)
    }
    finishColumn(&self)
  }
}

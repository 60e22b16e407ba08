import NotebookResults

/// A series brought to the columns of a chart: points that share a column become their mean.
struct PlottedSeries {
  struct Mark {
    let column: Int
    /// How far below the upper end of the y axis, as a part of its length.
    let depth: Double
    /// Whether the line from the mark before leads here; not across a point that could not be drawn.
    let isJoined: Bool
  }

  private(set) var marks: [Mark] = []
  /// Points that have no place on the axis: no finite numbers, or on a logarithmic one not above 0.
  private(set) var unplottable = 0
  /// Points beyond the axes.
  private(set) var outside = 0
  /// How many points the fullest column holds.
  private(set) var mostPerColumn = 0

  init(_ points: [SeriesPoint], steps: StepAxis, values: ValueAxis) {
    var mean = 0.0
    var count = 0
    var column = 0
    var isJoined = false

    func finishColumn(_ plotted: inout Self) {
      guard count > 0, let depth = values.depth(of: mean) else { return }
      plotted.marks.append(Mark(column: column, depth: depth, isJoined: isJoined && !plotted.marks.isEmpty))
      plotted.mostPerColumn = max(plotted.mostPerColumn, count)
      (mean, count, isJoined) = (0, 0, true)
    }

    for point in points {
      let canShow = values.scale.canShow(point.y)
      guard canShow, steps.contains(point.x), values.depth(of: point.y) != nil else {
        if canShow { outside += 1 } else { unplottable += 1 }
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

  /// Every column that the line passes, from left to right, with its depth there: straight from mark to mark.
  func forEachPlace(_ body: (_ column: Int, _ depth: Double) -> Void) {
    var last: Mark?
    for mark in marks {
      if mark.isJoined, let last, mark.column > last.column + 1 {
        for column in last.column + 1..<mark.column {
          let share = Double(column - last.column) / Double(mark.column - last.column)
          body(column, last.depth + share * (mark.depth - last.depth))
        }
      }
      if mark.column != last?.column { body(mark.column, mark.depth) }
      last = mark
    }
  }
}

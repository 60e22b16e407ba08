/// A place on a horizontal axis with what is written below it.
struct AxisTick {
  let column: Int
  let label: String
  /// Where the label begins, so that it stands centred below its column.
  let start: Int

  var end: Int { start + label.count }

  /// Ticks from left to right, of those whose labels would touch the first.
  ///
  /// - Parameters:
  ///   - candidates: Those that matter most first.
  ///   - columns: Columns of the axis.
  ///   - margin: Columns to its left that labels may reach into.
  /// - Returns: As many as have room.
  static func placed(_ candidates: [(column: Int, label: String)], columns: Int, margin: Int) -> [AxisTick] {
    var ticks: [AxisTick] = []
    for (column, label) in candidates where label.count <= columns + margin {
      let start = min(max(column - label.count / 2, -margin), columns - label.count)
      let tick = AxisTick(column: column, label: label, start: start)
      if ticks.allSatisfy({ tick.end + 2 <= $0.start || $0.end + 2 <= tick.start }) { ticks.append(tick) }
    }
    return ticks.sorted { $0.column < $1.column }
  }
}

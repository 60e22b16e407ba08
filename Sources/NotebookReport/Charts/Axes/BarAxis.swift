import NotebookResults

/// The axis of bars, from left to right: how far along it a number lies, where bars begin, and round values.
struct BarAxis {
  /// Columns that it takes, at most as many as there are.
  let columns: Int
  /// From left to right.
  let ticks: [AxisTick]
  /// Where bars begin: at 0, or at the end of the axis that is nearest to it.
  let origin: Double
  /// Whether that is 0.
  let beginsAtZero: Bool
  private let values: ValueAxis

  /// Where a number is on the axis.
  enum Place: Equatable {
    /// As a part of its length.
    case within(Double)
    case below
    case above
    /// No finite number, or on a logarithmic axis not above 0.
    case nowhere
  }

  /// An axis for the bars of a chart.
  ///
  /// - Parameters:
  ///   - chart: What it is of.
  ///   - columns: As many as there are.
  ///   - margin: Columns to its left that labels may reach into.
  init(_ chart: BarChart, columns: Int, margin: Int) {
    let scale = ValueScale(chart.scale)
    let asked = chart.range.flatMap { scale.canShow($0.lowerBound) && scale.canShow($0.upperBound) ? $0 : nil }
    values = ValueAxis(
      values: asked ?? Self.reach(of: chart, scale), scale: scale, isExact: asked != nil, height: max(3, columns))
    let count = values.rows
    self.columns = count
    let places = values.ticks.reversed().map { (column: count - 1 - $0.row, label: $0.label) }
    let ends = places.prefix(1) + places.dropFirst().suffix(1)
    ticks = AxisTick.placed(ends + places.dropFirst().dropLast(), columns: count, margin: margin)
    let zero = scale == .linear ? values.depth(of: 0) : nil
    beginsAtZero = zero != nil
    origin = zero.map { 1 - $0 } ?? ((asked?.upperBound ?? 1) < 0 && scale == .linear ? 1 : 0)
  }

  func place(of value: Double) -> Place {
    guard values.scale.canShow(value) else { return .nowhere }
    guard let depth = values.depth(of: value) else { return values.isBelow(value) ? .below : .above }
    return .within(1 - depth)
  }

  func column(_ share: Double) -> Int { Int((share * Double(columns - 1)).rounded()) }

  /// What the axis has to cover: 0, where there is one, and every number with its deviation.
  private static func reach(of chart: BarChart, _ scale: ValueScale) -> ClosedRange<Double> {
    let ends = chart.bars.flatMap { bar -> [Double] in
      guard let number = bar.quantity?.number else { return [] }
      return [number] + (bar.drawnDeviation.map { [number - $0, number + $0] } ?? [])
    }.filter(scale.canShow)
    switch scale {
    case .linear:
      let (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
      return low < high ? low...high : 0...1
    case .logarithmic:
      guard let low = ends.min(), let high = ends.max() else { return 0.1...1 }
      return low...high
    }
  }
}

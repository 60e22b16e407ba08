/// The x axis of a chart: which column a step lies in, and the steps that are written below it.
struct StepAxis {
  let columns: Int
  let ticks: [AxisTick]
  private let steps: ClosedRange<Int>

  /// An axis from the first step to the last; `margin` columns to its left are free for labels.
  init(steps: ClosedRange<Int>, columns: Int, margin: Int) {
    self.steps = steps
    self.columns = columns
    let round = RoundStep(atLeast: max(1, Self.length(of: steps) / Double(max(1, columns / 12))), whole: true)
    let inner = round.ticks(in: Double(steps.lowerBound)...Double(steps.upperBound))
    let candidates =
      [steps.lowerBound, steps.upperBound] + (inner ?? 0...0).compactMap { Int(exactly: round.tick($0)) }
    let places = candidates.filter(steps.contains).map {
      (Self.column(of: $0, in: steps, columns: columns), DecimalText.grouped($0))
    }
    ticks = AxisTick.placed(places, columns: columns, margin: margin)
  }

  func contains(_ step: Int) -> Bool { steps.contains(step) }

  func column(of step: Int) -> Int { Self.column(of: step, in: steps, columns: columns) }

  private static func length(of steps: ClosedRange<Int>) -> Double {
    Double(steps.upperBound) - Double(steps.lowerBound)
  }

  private static func column(of step: Int, in steps: ClosedRange<Int>, columns: Int) -> Int {
    guard length(of: steps) > 0 else { return columns / 2 }
    let share = (Double(step) - Double(steps.lowerBound)) / length(of: steps)
    return Int((share * Double(columns - 1)).rounded())
  }
}

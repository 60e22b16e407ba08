/// The y axis of a chart: which row a value lies in, and the round values that are written beside it.
struct ValueAxis {
  struct Tick {
    let row: Int
    let label: String
  }

  let rows: Int
  /// From the top row down.
  let ticks: [Tick]
  private let range: ClosedRange<Double>

  /// An axis for values from and to, at most `height` rows high.
  ///
  /// - Parameters:
  ///   - values: What the axis has to cover, both such as it can show.
  ///   - isExact: Whether the axis ends there, or at the next round values.
  ///   - height: Rows to use, at least 2.
  init(values: ClosedRange<Double>, isExact: Bool, height: Int) {
    let values = Self.widened(values)
    var step = RoundStep(atLeast: (values.upperBound - values.lowerBound) / 5)
    while step.ticks(around: values).count > height {
      step = RoundStep(atLeast: step.tick(1) * 1.01)
    }
    let outer = step.ticks(around: values)
    let inner = step.ticks(in: values) ?? outer
    let fits = !isExact || inner == outer
    let shown = fits ? outer : inner
    rows = fits ? (height - 1) / max(1, outer.count - 1) * (outer.count - 1) + 1 : height
    range = fits ? step.tick(outer.lowerBound)...step.tick(outer.upperBound) : values

    let label = Self.labels(step: step, largest: max(range.lowerBound.magnitude, range.upperBound.magnitude))
    let (last, covered) = (rows - 1, range)
    ticks = shown.reversed().map { index in
      Tick(row: Self.row(of: step.tick(index), in: covered, last: last), label: label(step.tick(index)))
    }
  }

  /// Whether a number can be drawn; the very largest are left out with those that are not finite.
  static func canShow(_ value: Double) -> Bool { value.isFinite && value.magnitude <= 1e300 }

  /// Counted from the top; nil above and below the axis.
  func row(of value: Double) -> Int? {
    let slack = (range.upperBound - range.lowerBound) * 1e-6
    guard value >= range.lowerBound - slack, value <= range.upperBound + slack else { return nil }
    return Self.row(of: value, in: range, last: rows - 1)
  }

  private static func row(of value: Double, in range: ClosedRange<Double>, last: Int) -> Int {
    let share = (range.upperBound - value) / (range.upperBound - range.lowerBound)
    return min(last, max(0, Int((share * Double(last)).rounded())))
  }

  /// Values that are all the same get room above and below.
  private static func widened(_ values: ClosedRange<Double>) -> ClosedRange<Double> {
    let size = max(values.lowerBound.magnitude, values.upperBound.magnitude)
    guard values.upperBound - values.lowerBound <= max(size * 1e-9, 1e-290) else { return values }
    let room = size < 1e-280 ? 1 : size / 10
    return values.lowerBound - room...values.upperBound + room
  }

  /// Writes ticks with just the decimals that tell them apart.
  private static func labels(step: RoundStep, largest: Double) -> (Double) -> String {
    if step.exponent >= -6, largest < 1e9 {
      return { DecimalText.fixed($0, decimals: max(0, -step.exponent)) }
    }
    let decade = RoundStep(atLeast: largest).exponent
    return { DecimalText.scientific($0, decimals: min(15, max(0, decade - step.exponent))) }
  }
}

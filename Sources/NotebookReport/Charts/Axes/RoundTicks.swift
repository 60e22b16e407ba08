/// Round values on a linear axis at equal distances, whole rows apart where the axis may end at any of them.
struct RoundTicks {
  let rows: Int
  let range: ClosedRange<Double>
  /// In ascending order.
  let ticks: [(value: Double, label: String)]

  init(values: ClosedRange<Double>, isExact: Bool, height: Int) {
    let values = Self.widened(values)
    let parts = min(5, max(2, height / 3))
    var step = RoundStep(atLeast: (values.upperBound - values.lowerBound) / Double(parts))
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
    ticks = shown.map { (step.tick($0), label(step.tick($0))) }
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

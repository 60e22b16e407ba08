/// Round values on a logarithmic axis: powers of ten, with twice and five times a power between them.
struct PowerTicks {
  let range: ClosedRange<Double>
  /// In ascending order.
  private let candidates: [Candidate]

  private struct Candidate {
    let value: Double
    let label: String
    let isPowerOfTen: Bool

    init(_ digit: Int, exponent: Int) {
      value = RoundStep.scale(digit, by: exponent)
      isPowerOfTen = digit == 1
      label =
        (-6...5).contains(exponent)
        ? DecimalText.fixed(value, decimals: max(0, -exponent)) : "\(digit)e\(exponent)"
    }

    init(value: Double, label: String) {
      self.value = value
      self.label = label
      isPowerOfTen = false
    }
  }

  /// Ticks for values from and to, both positive.
  ///
  /// - Parameters:
  ///   - values: What the axis has to cover.
  ///   - isExact: Whether the axis ends there, or at the next ticks.
  init(values: ClosedRange<Double>, isExact: Bool) {
    if values.lowerBound < values.upperBound, values.upperBound < Self.fewest * values.lowerBound {
      // So short a part of the axis is nearly linear.
      let round = RoundTicks(values: values, isExact: isExact, height: Self.height)
      if round.range.lowerBound > 0 {
        range = round.range
        candidates = round.ticks.map { Candidate(value: $0.value, label: $0.label) }
        return
      }
    }
    let largest = RoundStep(atLeast: values.upperBound).exponent + 1
    let smallest = RoundStep(atLeast: values.lowerBound).exponent - 2
    let all = (min(smallest, largest)...largest).flatMap { exponent in
      [1, 2, 5].map { Candidate($0, exponent: exponent) }
    }
    let slack = 1 + 1e-9
    let low = all.last { $0.value <= values.lowerBound * slack }?.value ?? values.lowerBound
    let high = all.first { $0.value * slack >= values.upperBound && $0.value > low }?.value ?? values.upperBound
    let ends = isExact && values.lowerBound < values.upperBound ? values : low...high
    range = ends
    candidates = all.filter { $0.value * slack >= ends.lowerBound && $0.value <= ends.upperBound * slack }
  }

  /// How often the least value is contained in the largest where powers of ten say enough, and rows for round values otherwise.
  private static let (fewest, height) = (5.0, 18)

  /// Those that have a row between them and the next, powers of ten before others, from the top row down.
  func thinned(_ row: (Double) -> Int) -> [(row: Int, label: String)] {
    var chosen: [(row: Int, label: String)] = []
    for isPower in [true, false] {
      for candidate in candidates.reversed() where candidate.isPowerOfTen == isPower {
        let place = row(candidate.value)
        if chosen.allSatisfy({ abs($0.row - place) > 2 }) { chosen.append((place, candidate.label)) }
      }
    }
    return chosen.sorted { $0.row < $1.row }
  }
}

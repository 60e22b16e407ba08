import NotebookResults

/// The y axis of a chart: how far down a value lies, and the round values that are written beside it.
struct ValueAxis {
  struct Tick {
    let row: Int
    let label: String
  }

  let rows: Int
  let scale: ValueScale
  /// From the top row down.
  let ticks: [Tick]
  /// As places of the scale.
  private let range: ClosedRange<Double>

  /// An axis for values from and to, at most `height` rows high.
  ///
  /// - Parameters:
  ///   - values: What the axis has to cover, both such as the scale can show.
  ///   - scale: Where values stand.
  ///   - isExact: Whether the axis ends there, or at the next round values.
  ///   - height: Rows to use, at least 2.
  init(values: ClosedRange<Double>, scale: ValueScale, isExact: Bool, height: Int) {
    self.scale = scale
    switch scale {
    case .linear:
      let round = RoundTicks(values: values, isExact: isExact, height: height)
      (rows, range) = (round.rows, round.range)
      ticks = round.ticks.reversed().map {
        Tick(row: Self.row(of: $0.value, in: round.range, rows: round.rows), label: $0.label)
      }
    case .logarithmic:
      let powers = PowerTicks(values: values, isExact: isExact)
      let (rows, range) = (height, scale.place(of: powers.range.lowerBound)...scale.place(of: powers.range.upperBound))
      (self.rows, self.range) = (rows, range)
      ticks = powers.thinned { Self.row(of: scale.place(of: $0), in: range, rows: rows) }.map {
        Tick(row: $0.row, label: $0.label)
      }
    }
  }

  /// How far below the upper end of the axis a value lies, as a part of its length; nil above and below the axis.
  func depth(of value: Double) -> Double? {
    let place = scale.place(of: value)
    let slack = (range.upperBound - range.lowerBound) * 1e-6
    guard place >= range.lowerBound - slack, place <= range.upperBound + slack else { return nil }
    return Self.depth(of: place, in: range)
  }

  /// Whether a value that the scale can show lies below the axis.
  func isBelow(_ value: Double) -> Bool { scale.place(of: value) < range.lowerBound }

  private static func depth(of place: Double, in range: ClosedRange<Double>) -> Double {
    min(1, max(0, (range.upperBound - place) / (range.upperBound - range.lowerBound)))
  }

  private static func row(of place: Double, in range: ClosedRange<Double>, rows: Int) -> Int {
    Int((depth(of: place, in: range) * Double(rows - 1)).rounded())
  }
}

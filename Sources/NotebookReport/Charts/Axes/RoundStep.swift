/// A distance between ticks that reads well: 1, 2, 2.5 or 5 times a power of ten.
///
/// Only multiplications and divisions by exact powers of ten, so that the ticks are the same on every machine.
struct RoundStep {
  /// 1, 2, 25 or 5.
  let digits: Int
  let exponent: Int

  /// The smallest one that is not below `size`, a positive number.
  init(atLeast size: Double, whole: Bool = false) {
    var exponent = 0
    while Self.scale(1, by: exponent) < size { exponent += 1 }
    while Self.scale(1, by: exponent - 1) >= size { exponent -= 1 }
    let finer = [(2, exponent - 1), (25, exponent - 2), (5, exponent - 1)].first { digits, exponent in
      Self.scale(digits, by: exponent) >= size && (!whole || exponent >= 0)
    }
    (digits, self.exponent) = finer ?? (1, whole ? max(exponent, 0) : exponent)
  }

  /// The tick with this number, counted from 0 at zero.
  func tick(_ index: Int) -> Double { Self.scale(index * digits, by: exponent) }

  /// Which ticks lie in a range, its ends included.
  func ticks(in range: ClosedRange<Double>) -> ClosedRange<Int>? {
    let first = Int((range.lowerBound / tick(1) - Self.tolerance).rounded(.up))
    let last = Int((range.upperBound / tick(1) + Self.tolerance).rounded(.down))
    return first <= last ? first...last : nil
  }

  /// The fewest ticks that have a range between them.
  func ticks(around range: ClosedRange<Double>) -> ClosedRange<Int> {
    let first = Int((range.lowerBound / tick(1) + Self.tolerance).rounded(.down))
    let last = Int((range.upperBound / tick(1) - Self.tolerance).rounded(.up))
    return first...max(first, last)
  }

  /// How far from a tick, as a part of the step, a number still lies on it.
  private static let tolerance = 1e-6

  /// Digits times a power of ten.
  static func scale(_ digits: Int, by exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? Double(digits) / power : Double(digits) * power
  }
}

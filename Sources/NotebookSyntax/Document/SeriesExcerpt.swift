/// A number out of a recorded series: `@320`, or `.mean@20..320`.
package enum SeriesExcerpt: Sendable, Hashable {
  /// What was measured at a step or epoch.
  case value(at: Int)
  /// The mean of what was measured from one step or epoch to another, both included.
  case mean(ClosedRange<Int>)

  /// Reads what stands before and behind `@`.
  init?(_ statistic: Substring?, at places: Substring) {
    guard let ends = Self.places(places) else { return nil }
    switch (statistic, ends.count) {
    case (nil, 1): self = .value(at: ends[0])
    case ("mean", 2) where ends[0] <= ends[1]: self = .mean(ends[0]...ends[1])
    default: return nil
    }
  }

  /// As a notebook writes it, behind the name of the series.
  package var text: String {
    switch self {
    case .value(let place): "@\(place)"
    case .mean(let places): ".mean@\(places.lowerBound)..\(places.upperBound)"
    }
  }

  /// The whole numbers of `320` or `20..320`.
  private static func places(_ text: Substring) -> [Int]? {
    let numbers = text.split(separator: "..", omittingEmptySubsequences: false).map { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } && part.count <= 10 ? Int(part) : nil
    }
    let found = numbers.compactMap { $0 }
    return found.count == numbers.count ? found : nil
  }
}

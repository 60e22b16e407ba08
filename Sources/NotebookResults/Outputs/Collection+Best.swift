extension Collection where Element == Double? {
  /// Where the best of some numbers is, of equals the first; nil where none is better than another.
  ///
  /// - Parameter isLargerBetter: Which of two is better; nil where neither is.
  /// - Returns: Its index.
  package func indexOfBest(isLargerBetter: Bool?) -> Index? {
    guard let isLargerBetter, count > 1 else { return nil }
    var best: (index: Index, number: Double)?
    for (index, number) in zip(indices, self) {
      guard let number, number.isFinite else { continue }
      if let last = best?.number, isLargerBetter ? number <= last : number >= last { continue }
      best = (index, number)
    }
    return best?.index
  }
}

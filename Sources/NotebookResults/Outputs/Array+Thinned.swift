extension Array {
  /// About so many elements at even distances, the first and the last among them.
  package func thinned(to most: Int) -> [Element] {
    guard count > most, most > 1 else { return self }
    let distance = (count + most - 2) / (most - 1)
    let even = stride(from: 0, to: count - 1, by: distance).map { self[$0] }
    return even + suffix(1)
  }
}

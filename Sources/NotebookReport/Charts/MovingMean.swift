import NotebookResults

/// The mean of each point and the few before it.
enum MovingMean {
  /// The points with means in their place; what is no finite number stays as it is and counts in none.
  ///
  /// - Parameters:
  ///   - points: In ascending order of x.
  ///   - count: How many points a mean is of, fewer at the beginning.
  /// - Returns: As many points, at the same places.
  static func points(_ points: [SeriesPoint], over count: Int) -> [SeriesPoint] {
    guard count > 1 else { return points }
    var window: [Double] = []
    return points.map { point in
      guard ValueScale.linear.canShow(point.y) else { return point }
      if window.count >= count { window.removeFirst() }
      window.append(point.y)
      // Means of means, so that no sum grows beyond what it is of.
      let mean = window.enumerated().reduce(0.0) { $0 + ($1.element - $0) / Double($1.offset + 1) }
      return SeriesPoint(x: point.x, y: mean)
    }
  }
}

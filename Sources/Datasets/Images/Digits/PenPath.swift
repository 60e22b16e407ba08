/// The way of the pen over the paper: for each stroke, points so close that straight lines between them look like a curve.
struct PenPath: Sendable {
  var strokes: [[SIMD2<Double>]]

  /// Draws Catmull-Rom splines through the knots of each stroke, broken at the corners.
  init(through strokes: [[DigitTemplate.Knot]]) {
    self.strokes = strokes.map { knots in
      var points: [SIMD2<Double>] = []
      points.reserveCapacity(knots.count * Self.steps + 1)
      var start = 0
      for end in 1..<knots.count where knots[end].isCorner || end == knots.count - 1 {
        Self.append(knots[start...end], to: &points)
        start = end
      }
      points.append(knots[knots.count - 1].point)
      return points
    }
  }

  /// Points on each piece of a curve between two knots.
  private static let steps = 5

  /// Adds a smooth piece of a stroke, without its last point.
  private static func append(_ knots: ArraySlice<DigitTemplate.Knot>, to points: inout [SIMD2<Double>]) {
    let (first, last) = (knots.startIndex, knots.endIndex - 1)
    for index in first..<last {
      let from = knots[index].point
      let to = knots[index + 1].point
      // Beyond the ends the curve goes on as it is mirrored at them, that is: straight.
      let before = index > first ? knots[index - 1].point : 2 * from - to
      let after = index + 1 < last ? knots[index + 2].point : 2 * to - from
      for step in 0..<steps {
        let t = Double(step) / Double(steps)
        let linear = to - before
        let square = 2 * before - 5 * from + 4 * to - after
        let cube = 3 * (from - to) + after - before
        points.append(from + 0.5 * t * (linear + t * (square + t * cube)))
      }
    }
  }

  /// The smallest and the largest coordinates.
  var bounds: (low: SIMD2<Double>, high: SIMD2<Double>) {
    var low = strokes[0][0]
    var high = low
    for point in strokes.joined() {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    return (low, high)
  }

  mutating func map(_ move: (SIMD2<Double>) -> SIMD2<Double>) {
    for stroke in strokes.indices {
      for index in strokes[stroke].indices { strokes[stroke][index] = move(strokes[stroke][index]) }
    }
  }
}

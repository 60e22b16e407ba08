/// What happens to a pen on its way.
extension PenPath {
  /// Pushes the points of a stroke off their places.
  mutating func shake(stroke: Int, by tremor: Tremor) {
    for (index, distance) in Self.distances(along: strokes[stroke]).enumerated() {
      strokes[stroke][index] += tremor.push(after: distance)
    }
  }

  /// Takes a piece of a given length out of a stroke, which becomes two; a short stroke stays whole.
  ///
  /// - Parameters:
  ///   - stroke: Which stroke.
  ///   - length: How long the piece is; the stroke has to be three times as long.
  ///   - place: Where it lies, from 0, where the stroke begins, to 1, where it ends.
  mutating func lift(stroke: Int, length: Double, place: Double) {
    let points = strokes[stroke]
    let distances = Self.distances(along: points)
    let whole = distances[points.count - 1]
    let start = place * (whole - length)
    let end = start + length
    guard whole > 3 * length, start > 0, end < whole else { return }

    func point(at distance: Double) -> SIMD2<Double> {
      let next = distances.firstIndex { $0 > distance } ?? points.count - 1
      let share = (distance - distances[next - 1]) / (distances[next] - distances[next - 1])
      return points[next - 1] + share * (points[next] - points[next - 1])
    }
    let before = points.indices.prefix { distances[$0] < start }
    let after = points.indices.drop { distances[$0] <= end }
    strokes[stroke] = points[before] + [point(at: start)]
    strokes.append([point(at: end)] + points[after])
  }

  /// How far the pen has gone at each point of a stroke.
  private static func distances(along stroke: [SIMD2<Double>]) -> [Double] {
    var distances = [0.0]
    for index in 1..<stroke.count {
      let step = stroke[index] - stroke[index - 1]
      distances.append(distances[index - 1] + (step.x * step.x + step.y * step.y).squareRoot())
    }
    return distances
  }
}

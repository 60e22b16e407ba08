import SeededRandom

/// How one hand writes one digit: by how much it leaves the template, and with which pen.
struct Handwriting: Sendable {
  /// How much hands differ, as standard deviations unless said otherwise; the template's sheet reaches from -1 to 1 here.
  private enum Spread {
    static let knot = 0.055
    static let stroke = 0.05
    /// How far a stroke begins or ends too early or too late, in pieces between two knots.
    static let end = 0.25
    static let bend = 0.13
    static let widening = 0.16
    static let slant = 0.23
    static let turn = 0.1
    static let pressure = 0.1
    /// The shape of the gamma distribution that the pen's width follows: the larger, the more alike are the pens.
    static let pen = 3
    /// How strongly hands shake; those whose number is negative do not.
    static let tremor = 0.02
    /// How long the waves of a tremor are: about four to nine pixels.
    static let tremorLengths = 0.4...0.9
    /// The share of digits in which the pen lifts for a moment or runs dry.
    static let gaps = 0.06
    /// How much of the way is missing; if that is less than the pen is wide, the line only gets thinner.
    static let gapLengths = 0.25...0.6
    /// Where on a stroke: away from its ends, which would be left as dots.
    static let gapPlaces = 0.2...0.8
  }

  /// One coefficient for each of `bendTerms`.
  private let bend: [7 of SIMD2<Double>]
  /// Where the directions of x and y come to lie on paper.
  private let directions: (x: SIMD2<Double>, y: SIMD2<Double>)
  /// How much the hand shakes, none if 0.
  private let tremor: Double
  /// Half the width of the line in pixels where a stroke begins and where it ends.
  let penRadius: (start: Double, end: Double)
  /// Over how many pixels the edge of the line fades.
  let softness: Double

  init(_ random: inout RandomStream) {
    bend = InlineArray { _ in Spread.bend * random.normalPair() }

    let widening = PortableMath.exp(0.11 + Spread.widening * random.normal())
    let slant = 0.12 + Spread.slant * random.normal()
    let turn = PortableMath.sineCosine(Spread.turn * random.normal())
    let right = SIMD2(turn.cosine, turn.sine)
    let down = SIMD2(-turn.sine, turn.cosine)
    directions = (widening * right, down - slant * right)

    let radius = 0.66 + 0.58 * random.gamma(shape: Spread.pen) / Double(Spread.pen)
    let pressure = min(max(Spread.pressure * random.normal(), -0.25), 0.25)
    penRadius = (min(radius * (1 + pressure), 3.2), min(radius * (1 - pressure), 3.2))
    softness = 0.8 + 0.4 * random.uniformDouble()
    tremor = min(max(Spread.tremor * random.normal(), 0), 0.04)
  }

  /// The strokes as this hand draws them: every knot a little off, then bent, stretched, slanted and turned as a whole.
  ///
  /// On the way the hand may shake, and the pen may leave a gap.
  func write(_ strokes: [[DigitTemplate.Knot]], _ random: inout RandomStream) -> PenPath {
    var path = PenPath(through: strokes.map { drawn($0, &random) })
    path.map(place)
    if tremor > 0 {
      for stroke in path.strokes.indices {
        path.shake(stroke: stroke, by: Tremor(strength: tremor, lengths: Spread.tremorLengths, &random))
      }
    }
    if random.uniformDouble() < Spread.gaps {
      path.lift(
        stroke: random.whole(below: path.strokes.count), length: random.uniformDouble(in: Spread.gapLengths),
        place: random.uniformDouble(in: Spread.gapPlaces))
    }
    return path
  }

  private func drawn(_ stroke: [DigitTemplate.Knot], _ random: inout RandomStream) -> [DigitTemplate.Knot] {
    let offset = Spread.stroke * random.normalPair()
    var knots = stroke
    for index in knots.indices {
      knots[index].point = (stroke[index].point - 50) / 50 + offset + Spread.knot * random.normalPair()
    }
    for (end, next) in [(0, 1), (knots.count - 1, knots.count - 2)] {
      let reach = min(max(Spread.end * random.normal(), -0.5), 0.5)
      knots[end].point += reach * (knots[end].point - knots[next].point)
    }
    return knots
  }

  private func place(_ point: SIMD2<Double>) -> SIMD2<Double> {
    let terms = Self.bendTerms(point)
    var bent = point
    for index in bend.indices { bent += terms[index] * bend[index] }
    return bent.x * directions.x + bent.y * directions.y
  }

  /// The products of coordinates, of second and third degree, that a smooth bending of the sheet is made of.
  private static func bendTerms(_ point: SIMD2<Double>) -> [7 of Double] {
    let (x, y) = (point.x, point.y)
    return [x * y, x * x, y * y, x * x * x, x * x * y, x * y * y, y * y * y]
  }
}

extension RandomStream {
  mutating func normalPair() -> SIMD2<Double> {
    let x = normal()
    return SIMD2(x, normal())
  }

  mutating func uniformDouble(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniformDouble()
  }

  /// A gamma-distributed number of mean `shape`: the waiting time for so many events.
  fileprivate mutating func gamma(shape: Int) -> Double {
    var product = 1.0
    for _ in 0..<shape { product *= 1 - uniformDouble() }
    return -PortableMath.log(product)
  }
}

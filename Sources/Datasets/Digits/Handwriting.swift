import SeededRandom

/// How one hand writes one digit: by how much it leaves the template, and with which pen.
struct Handwriting: Sendable {
  /// Maps the template's sheet to paper: first bent, then stretched, slanted and turned.
  private let bend: (x: [Double], y: [Double])
  private let columns: (x: SIMD2<Double>, y: SIMD2<Double>)
  /// Half the width of the line in pixels where the stroke begins and where it ends.
  let penRadius: (start: Double, end: Double)
  /// Over how many pixels the edge of the line fades.
  let softness: Double

  init(_ random: inout RandomStream) {
    bend = ((0..<7).map { _ in random.normal() * 0.11 }, (0..<7).map { _ in random.normal() * 0.11 })

    let widening = PortableMath.exp(0.1 + 0.18 * random.normal())
    let slant = 0.2 + 0.26 * random.normal()
    let turn = PortableMath.sineCosine(0.11 * random.normal())
    let x = SIMD2(widening, 0)
    let y = SIMD2(-slant, 1)
    func turned(_ v: SIMD2<Double>) -> SIMD2<Double> {
      SIMD2(turn.cosine * v.x - turn.sine * v.y, turn.sine * v.x + turn.cosine * v.y)
    }
    columns = (turned(x), turned(y))

    let radius = 0.6 + 0.7 * random.gamma(shape: 5) / 5
    let pressure = min(max(0.1 * random.normal(), -0.25), 0.25)
    penRadius = (min(radius * (1 + pressure), 2.8), min(radius * (1 - pressure), 2.8))
    softness = 1 + 0.4 * random.uniformDouble()
  }

  /// The template's strokes with every knot a little off.
  static func jitter(_ strokes: [[DigitTemplate.Knot]], _ random: inout RandomStream) -> [[DigitTemplate.Knot]] {
    strokes.map { knots in
      knots.map { knot in
        DigitTemplate.Knot(
          point: knot.point + 4 * SIMD2(random.normal(), random.normal()), isCorner: knot.isCorner)
      }
    }
  }

  /// Where a point of the template's sheet comes to lie on paper.
  func place(_ point: SIMD2<Double>) -> SIMD2<Double> {
    let p = (point - 50) / 50
    let terms = [p.x * p.y, p.x * p.x, p.y * p.y, p.x * p.x * p.x, p.x * p.x * p.y, p.x * p.y * p.y, p.y * p.y * p.y]
    var bent = p
    for (index, term) in terms.enumerated() {
      bent += term * SIMD2(bend.x[index], bend.y[index])
    }
    return bent.x * columns.x + bent.y * columns.y
  }
}

extension RandomStream {
  /// A gamma-distributed number of mean `shape`: the waiting time for so many events.
  mutating func gamma(shape: Int) -> Double {
    var product = 1.0
    for _ in 0..<shape { product *= 1 - uniformDouble() }
    return -PortableMath.log(product)
  }
}

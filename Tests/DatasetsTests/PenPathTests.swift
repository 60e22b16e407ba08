import SeededRandom
import Testing

@testable import Datasets

@Suite struct PenPathTests {
  private let line = PenPath(through: DigitTemplate("1 0,0 50,0 100,0").strokes)

  @Test func liftingThePenTakesAPieceOutOfAStroke() {
    var path = line
    path.lift(stroke: 0, length: 30, place: 0.5)
    #expect(path.strokes.count == 2)
    #expect(path.strokes.map(\.first) == [SIMD2(0, 0), SIMD2(65, 0)])
    #expect(path.strokes.map(\.last) == [SIMD2(35, 0), SIMD2(100, 0)])
  }

  @Test(arguments: [(34.0, 0.5), (10, 0), (10, 1)])
  func aShortStrokeAndTheEndsOfALongOneStayWhole(length: Double, place: Double) {
    var path = line
    path.lift(stroke: 0, length: length, place: place)
    #expect(path.strokes == line.strokes)
  }

  @Test func aHandShakesSmoothlyAlongTheLine() {
    var random = RandomStream(seed: 1, purpose: .tests)
    let tremor = Tremor(strength: 1, lengths: 10...20, &random)
    let pushes = (0...1000).map { tremor.push(after: Double($0) / 10) }
    #expect(pushes.contains { abs($0.x) > 0.5 } && pushes.contains { abs($0.y) > 0.5 })
    for (push, next) in zip(pushes, pushes.dropFirst()) {
      #expect(abs(next.x - push.x) < 0.3 && abs(next.y - push.y) < 0.3)
    }
  }
}

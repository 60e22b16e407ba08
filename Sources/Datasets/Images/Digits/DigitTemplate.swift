/// One way of writing a digit: strokes of the pen through knots, on a sheet where x grows to the right and y downwards.
///
/// The units mean nothing, since every written digit is fitted into its box; a digit is about 100 high.
struct DigitTemplate: Sendable {
  /// A point that the pen passes through: smoothly, or turning sharply at a corner.
  struct Knot: Sendable {
    var point: SIMD2<Double>
    let isCorner: Bool
  }

  /// How often this way is taken, relative to the others of the digit.
  let weight: Double
  let strokes: [[Knot]]

  /// Reads `weight x,y x,y! x,y | x,y x,y`: an exclamation mark makes a corner, a bar lifts the pen.
  init(_ text: Substring) {
    let words = text.split(separator: " ")
    weight = Double(words[0]) ?? 1
    strokes = words.dropFirst().split(separator: "|").map { $0.map(Knot.init) }
    precondition(strokes.allSatisfy { $0.count > 1 }, "a stroke passes through two knots at least")
  }
}

extension DigitTemplate.Knot {
  fileprivate init(_ text: Substring) {
    let numbers = text.prefix { $0 != "!" }.split(separator: ",").compactMap { Double($0) }
    precondition(numbers.count == 2, "a knot is written x,y")
    point = SIMD2(numbers[0], numbers[1])
    isCorner = text.hasSuffix("!")
  }
}

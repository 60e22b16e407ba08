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
}

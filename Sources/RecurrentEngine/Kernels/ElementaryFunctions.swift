import CVectorLanes

/// Monotone elementary functions of sixteen lanes, within 2 units in the last place of the correctly rounded value.
///
/// They are made of operations that round alike everywhere, and NaN stays NaN. That they never fall and how far they are off
/// has been checked for every Float. The polynomials are minimax fits; their coefficients were rounded to Float from the lowest
/// power on, with a new fit of the others each time.
package enum ElementaryFunctions {
  /// The hyperbolic tangent: odd bit for bit, never beyond ±1.
  ///
  /// 1 - 2/(1 + e²ˣ) from 0.55 on, below it x + x³·p(x²) with p minimax on [0, 0.55²], to 4e-8 of the value. The exponential is
  /// 2ⁿ·2ᶠ with f in [-½, ½] and 2ᶠ minimax to 9e-8 of its value; for such small x one multiplication by log₂ e in Float is
  /// enough. At most 2.3 ulp from the true value.
  @inline(__always)
  package static func tanh(_ x: Lanes) -> Lanes {
    let magnitude = lanes16_magnitude(x)
    let square = magnitude * magnitude
    var small = lanes16_fma(square, Lanes(repeating: 0x1.0d5184p-6), Lanes(repeating: -0x1.af7d38p-5))
    small = lanes16_fma(square, small, Lanes(repeating: 0x1.10cefcp-3))
    small = lanes16_fma(square, small, Lanes(repeating: -0x1.555452p-2))
    small = lanes16_fma(magnitude * square, small, magnitude)

    let bounded = lanes16_at_most(magnitude, 10)
    let shifted = lanes16_fma(bounded, Lanes(repeating: 0x1.715476p1), Lanes(repeating: shift))
    let fraction = lanes16_fma(bounded, Lanes(repeating: 0x1.715476p1), shift - shifted)
    let low = lanes16_fma(fraction, Lanes(repeating: 0x1.62e42ap-1), Lanes(repeating: 1))
    let middle = lanes16_fma(fraction, Lanes(repeating: 0x1.c6b6dap-5), Lanes(repeating: 0x1.ebf9c2p-3))
    let high = lanes16_fma(fraction, Lanes(repeating: 0x1.5bd97cp-10), Lanes(repeating: 0x1.3ce8b2p-7))
    let fractionSquare = fraction * fraction
    let series = lanes16_fma(fractionSquare, lanes16_fma(fractionSquare, high, middle), low)
    let large = 1 - 2 / lanes16_fma(series, lanes16_power_of_two(shifted), Lanes(repeating: 1))
    return lanes16_with_sign(lanes16_where_less(magnitude, 0.55, small, large), x)
  }

  /// The logistic function 1/(1 + e⁻ˣ), inside [0, 1]; zero where it is below 2⁻¹²⁷ or so.
  ///
  /// The denominator is rounded once, as (1 + 2ⁿ) + 2ⁿ·(e⁻ᵗ - 1). At most 2.5 ulp from the true value where that is at least
  /// 2⁻¹²⁶.
  @inline(__always)
  package static func sigmoid(_ x: Lanes) -> Lanes {
    let (shifted, t, slope) = decay(lanes16_at_least(lanes16_at_most(x, 87), -89))
    let scale = lanes16_power_of_two(shifted)
    return 1 / lanes16_fma(t * scale, slope, scale + 1)
  }

  /// The exponential; overflows to infinity and underflows to zero as it should.
  ///
  /// 2ⁿ is multiplied in two factors, of which neither over- nor underflows. At most 1.8 ulp from the true value.
  @inline(__always)
  package static func exp(_ x: Lanes) -> Lanes {
    let (shifted, t, slope) = decay(lanes16_at_least(lanes16_at_most(0 - x, 104), -89))
    let power = shifted - shift
    let half = lanes16_fma(power, Lanes(repeating: 0.5), Lanes(repeating: shift))
    let rest = power - (half - shift) + shift
    return lanes16_fma(t, slope, Lanes(repeating: 1)) * lanes16_power_of_two(half) * lanes16_power_of_two(rest)
  }

  /// e⁻ˣ as 2ⁿ·(1 + t·slope) for x from -89 to 104: n, shifted as `lanes16_power_of_two` expects it, t and slope.
  ///
  /// n = ⌊-x·log₂ e⌋ and t = x + n·log 2 in (-log 2, 0], where all terms of the slope (e⁻ᵗ - 1)/t have the same sign, so that it
  /// is monotone as well. 1 + t·slope is minimax to 2e-9 of its value.
  @inline(__always)
  private static func decay(_ x: Lanes) -> (shifted: Lanes, t: Lanes, slope: Lanes) {
    let shifted = lanes16_fma(x, Lanes(repeating: -0x1.715476p0), Lanes(repeating: -0x1.fffffep-2)) + shift
    let power = shifted - shift
    var t = lanes16_fma(power, Lanes(repeating: 0x1.62e4p-1), x)
    t = lanes16_fma(power, Lanes(repeating: 0x1.7f7d1cp-20), t)
    let low = lanes16_fma(t, Lanes(repeating: 0x1.0000bap-1), Lanes(repeating: -0x1.fffffap-1))
    let middle = lanes16_fma(t, Lanes(repeating: 0x1.5755d2p-5), Lanes(repeating: -0x1.553884p-3))
    let high = lanes16_fma(t, Lanes(repeating: 0x1.fe554ap-10), Lanes(repeating: -0x1.fef9bap-8))
    let square = t * t
    return (shifted, t, lanes16_fma(square, lanes16_fma(square, high, middle), low))
  }

  /// Adding this rounds to a whole number n and leaves n + 127 in the low bits, as `lanes16_power_of_two` expects it.
  private static let shift: Float = 0x1.8p23 + 127
}

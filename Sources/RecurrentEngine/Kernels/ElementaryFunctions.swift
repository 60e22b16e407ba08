import CVectorLanes

/// Elementary functions of sixteen lanes, made of operations that round alike everywhere; NaN stays NaN.
package enum ElementaryFunctions {
  /// The hyperbolic tangent as an odd rational function of degree 9 over 8, within 4e-7 and never beyond ±1.
  ///
  /// The coefficients are XNNPACK's (`f32-vtanh/rational-9-8`). The clamp is the first argument at which the function is 1.
  @inline(__always)
  package static func tanh(_ x: Lanes) -> Lanes {
    let x = lanes16_at_least(lanes16_at_most(x, 7.980_718_14), -7.980_718_14)
    let square = x * x
    var numerator = lanes16_fma(square, Lanes(repeating: 1.424_892_026_6e-8), Lanes(repeating: 2.123_562_626_4e-5))
    numerator = lanes16_fma(square, numerator, Lanes(repeating: 3.533_052_047_7e-3))
    numerator = lanes16_fma(square, numerator, Lanes(repeating: 1.341_241_151_1e-1))
    numerator = lanes16_fma(square, numerator, Lanes(repeating: 1))
    var denominator = lanes16_fma(square, Lanes(repeating: 8.136_594_8e-7), Lanes(repeating: 3.347_297_897_6e-4))
    denominator = lanes16_fma(square, denominator, Lanes(repeating: 2.601_899_951_7e-2))
    denominator = lanes16_fma(square, denominator, Lanes(repeating: 4.674_573_540_7e-1))
    denominator = lanes16_fma(square, denominator, Lanes(repeating: 1))
    return x * numerator / denominator
  }

  /// The logistic function ½ + ½·tanh(x/2), within 2e-7 and inside [0, 1].
  ///
  /// The error is absolute, which suits a gate; small values have few right digits.
  @inline(__always)
  package static func sigmoid(_ x: Lanes) -> Lanes {
    lanes16_fma(tanh(x * 0.5), Lanes(repeating: 0.5), Lanes(repeating: 0.5))
  }

  /// The exponential, to 2 units in the last place; overflows to infinity and underflows to zero as it should.
  ///
  /// x = n·log 2 + r with |r| ≤ ½·log 2, a polynomial in r, and 2ⁿ in two factors, of which neither over- nor underflows.
  @inline(__always)
  package static func exp(_ x: Lanes) -> Lanes {
    let x = lanes16_at_least(lanes16_at_most(x, 89), -104)
    let rounding: Float = 0x1.8p23
    let shifted = lanes16_fma(x, Lanes(repeating: 1.442_695_04), Lanes(repeating: rounding))
    let power = shifted - rounding
    var r = lanes16_fma(power, Lanes(repeating: -0x1.62e4p-1), x)
    r = lanes16_fma(power, Lanes(repeating: -0x1.7f7d1cp-20), r)
    var series = lanes16_fma(r, Lanes(repeating: 1 / 5040), Lanes(repeating: 1 / 720))
    series = lanes16_fma(r, series, Lanes(repeating: 1 / 120))
    series = lanes16_fma(r, series, Lanes(repeating: 1 / 24))
    series = lanes16_fma(r, series, Lanes(repeating: 1 / 6))
    series = lanes16_fma(r, series, Lanes(repeating: 0.5))
    series = lanes16_fma(r, series, Lanes(repeating: 1))
    series = lanes16_fma(r, series, Lanes(repeating: 1))
    let half = lanes16_fma(power, Lanes(repeating: 0.5), Lanes(repeating: rounding))
    let rest = (power - (half - rounding)) + rounding
    return series * lanes16_power_of_two(half) * lanes16_power_of_two(rest)
  }
}

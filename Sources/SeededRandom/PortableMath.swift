/// Functions in Double made of operations that IEEE 754 rounds exactly, so that they give the same bits with every C library.
package enum PortableMath {
  /// The natural logarithm of a positive normal number, to about 1 ulp: x = m·2ᵉ with m in [√½, √2), log m = 2·artanh((m-1)/(m+1)).
  package static func log(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the logarithm needs a positive finite number")
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var series = 0.0
    for odd in stride(from: 23.0, through: 3.0, by: -2.0) {
      series = (series + 1 / odd) * square
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * (ratio + ratio * series)
  }

  /// Sine and cosine of any angle of moderate size (|x| below 10⁶), to about 1e-15.
  package static func sineCosine(_ x: Double) -> (sine: Double, cosine: Double) {
    let quarter = (x * 0.636_619_772_367_581_4).rounded()
    let reduced = (x - quarter * 1.570_796_326_794_896_6) - quarter * 6.123_233_995_736_766e-17
    let square = reduced * reduced
    var sine = 0.0
    var cosine = 0.0
    for term in stride(from: 17.0, through: 3.0, by: -2.0) {
      sine = (1 + sine) * (-square / (term * (term - 1)))
      cosine = (1 + cosine) * (-square / ((term - 1) * (term - 2)))
    }
    let s = reduced + reduced * sine
    let c = 1 + cosine
    return switch Int(quarter) & 3 {
    case 0: (s, c)
    case 1: (c, -s)
    case 2: (-s, -c)
    default: (-c, s)
    }
  }

  /// The exponential of |x| below 700, to about 1e-15.
  package static func exp(_ x: Double) -> Double {
    precondition(abs(x) < 700, "the exponential needs an argument of moderate size")
    let power = (x * 1.442_695_040_888_963_4).rounded()
    let reduced = (x - power * 0.693_147_180_369_123_8) - power * 1.908_214_929_270_587_7e-10
    var series = 0.0
    for term in stride(from: 17.0, through: 1.0, by: -1.0) {
      series = (1 + series) * (reduced / term)
    }
    return Double(sign: .plus, exponent: Int(power), significand: 1 + series)
  }
}

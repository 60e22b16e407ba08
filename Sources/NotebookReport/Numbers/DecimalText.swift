import Foundation

/// Decimal numerals, the same in every locale.
///
/// The exact binary value is rounded to the nearest numeral, and where two are as near, away from zero: 0.65625 is `0.6563`.
enum DecimalText {
  /// `28,360`.
  static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    return (count < 0 ? "-" : "") + grouped(digits)
  }

  /// `28,360.1250` for three or more digits before the point; no sign when every digit is zero.
  static func fixed(_ number: Double, decimals: Int) -> String {
    let parts = String(format: "%.\(decimals)f", number.magnitude.past(tieAt: decimals)).split(separator: ".")
    let text = ([grouped(String(parts[0]))] + parts.dropFirst().map(String.init)).joined(separator: ".")
    let isZero = text.allSatisfy { "0.,".contains($0) }
    return number < 0 && !isZero ? "-" + text : text
  }

  /// `4.32e-5`, with as many decimals as asked for; zero is `0`.
  static func scientific(_ number: Double, decimals: Int) -> String {
    if number == 0 { return "0" }
    func parts(_ number: Double) -> (digits: Substring, exponent: Int)? {
      let parts = String(format: "%.\(decimals)e", number).split(separator: "e")
      return parts.count == 2 ? Int(parts[1]).map { (parts[0], $0) } : nil
    }
    guard let rough = parts(number.magnitude),
      let (digits, exponent) = parts(number.magnitude.past(tieAt: decimals - rough.exponent))
    else { return String(number) }
    return "\(number < 0 ? "-" : "")\(digits)e\(exponent)"
  }

  private static func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = Substring(digits)
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: ",")
  }
}

extension Double {
  /// The same number, or the next one above where it lies just between two numerals of so many decimals; of tens, hundreds … below 0.
  ///
  /// A sum of powers of two is an odd multiple of 10⁻ᵈ/2 only where it is one of 2⁻ᵈ/2 as well, and of none of the powers of ten that have no exact value.
  fileprivate func past(tieAt decimals: Int) -> Double {
    guard decimals >= -22 else { return self }
    let unit =
      decimals >= 0
      ? Double(sign: .plus, exponent: -decimals, significand: 1)
      : (0..<(-decimals)).reduce(1.0) { power, _ in power * 10 }
    return truncatingRemainder(dividingBy: unit) == unit / 2 ? nextUp : self
  }
}

import Foundation

/// Decimal numerals, the same in every locale.
enum DecimalText {
  /// `28,360`.
  static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    return (count < 0 ? "-" : "") + grouped(digits)
  }

  /// `28,360.1250` for three or more digits before the point; no sign when every digit is zero.
  static func fixed(_ number: Double, decimals: Int) -> String {
    let parts = String(format: "%.\(decimals)f", number.magnitude).split(separator: ".")
    let text = ([grouped(String(parts[0]))] + parts.dropFirst().map(String.init)).joined(separator: ".")
    let isZero = text.allSatisfy { "0.,".contains($0) }
    return number < 0 && !isZero ? "-" + text : text
  }

  /// `4.32e-5`, with as many decimals as asked for; zero is `0`.
  static func scientific(_ number: Double, decimals: Int) -> String {
    if number == 0 { return "0" }
    let parts = String(format: "%.\(decimals)e", number).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return String(number) }
    return "\(parts[0])e\(exponent)"
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

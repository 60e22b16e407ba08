/// Shades from faint to dark, which tell numbers apart: signs that cover more and more of their place, and strengths of a colour.
enum ShadeRamp {
  static let signs: [Character] = Array(".:-=+*#%@")
  static let count = signs.count

  /// The shade of a share from 0 to 1.
  static func level(_ share: Double) -> Int { min(count - 1, max(0, Int((share * Double(count - 1)).rounded()))) }

  /// How much of a colour a shade has, in hundredths, where a text stands on it.
  static func tint(_ level: Int) -> Int { 5 + level * 37 / (count - 1) }

  /// The same where no text does.
  static func ink(_ level: Int) -> Int { 8 + level * 92 / (count - 1) }
}

/// The alphabets in which a formula has letters; those of mathematics are characters of their own.
enum FormulaAlphabet: String, CaseIterable {
  case upright = "mathrm"
  case bold = "mathbf"
  case doubleStruck = "mathbb"
  case calligraphic = "mathcal"

  /// A letter or digit in the alphabet; nil where it has none like it.
  func character(_ scalar: Unicode.Scalar) -> String? {
    switch (self, scalar) {
    case (.upright, _): String(scalar)
    case (.bold, "0"..."9"): Self.shifted(scalar, from: "0", to: 0x1D7CE)
    case (.bold, "A"..."Z"): Self.shifted(scalar, from: "A", to: 0x1D400)
    case (.bold, "a"..."z"): Self.shifted(scalar, from: "a", to: 0x1D41A)
    case (.bold, "Α"..."Ω"): Self.shifted(scalar, from: "Α", to: 0x1D6A8)
    case (.bold, "α"..."ω"): Self.shifted(scalar, from: "α", to: 0x1D6C2)
    case (.doubleStruck, "0"..."9"): Self.shifted(scalar, from: "0", to: 0x1D7D8)
    case (.doubleStruck, "A"..."Z"): Self.olderDoubleStruck[scalar] ?? Self.shifted(scalar, from: "A", to: 0x1D538)
    case (.doubleStruck, "a"..."z"): Self.shifted(scalar, from: "a", to: 0x1D552)
    case (.calligraphic, "A"..."Z"): Self.olderCalligraphic[scalar] ?? Self.shifted(scalar, from: "A", to: 0x1D49C)
    default: nil
    }
  }

  private static func shifted(_ scalar: Unicode.Scalar, from first: Unicode.Scalar, to start: UInt32) -> String? {
    Unicode.Scalar(start + scalar.value - first.value).map { String($0) }
  }

  /// Letters that Unicode had before it had the alphabet, which has gaps in their places.
  private static let olderDoubleStruck: [Unicode.Scalar: String] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
  private static let olderCalligraphic: [Unicode.Scalar: String] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
  ]
}

/// The texts of a column of numbers, filled up on the right so that their decimal points stand below one another.
enum DecimalColumn {
  /// Fills up the texts of a column that is set to the right.
  ///
  /// - Parameters:
  ///   - texts: What stands in the column, some of it perhaps no number.
  ///   - point: What is as wide as a decimal point.
  ///   - digit: What is as wide as a digit.
  /// - Returns: As many texts; those without a digit, and all where none has a point, as they were.
  static func aligned(_ texts: [String], point: Character, digit: Character) -> [String] {
    let tails = texts.map(tail)
    guard let longest = tails.compactMap({ $0 }).max(), longest > 0 else { return texts }
    return zip(texts, tails).map { text, tail in
      guard let tail, tail < longest else { return text }
      let filling =
        tail == 0
        ? [point] + repeatElement(digit, count: longest - 1) : Array(repeatElement(digit, count: longest - tail))
      return text + String(filling)
    }
  }

  /// How many characters there are from the decimal point on, or where there is none from the exponent; nil for what does not begin as a number does.
  private static func tail(of text: String) -> Int? {
    guard let first = text.first(where: { $0 != "-" }), first.isASCII, first.isNumber else { return nil }
    return text.firstIndex { $0 == "." || $0 == "e" }.map { text.distance(from: $0, to: text.endIndex) } ?? 0
  }
}

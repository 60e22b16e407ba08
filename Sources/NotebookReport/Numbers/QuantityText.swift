package import NotebookResults

/// The printed form of a quantity, the same on the page and on the terminal.
package enum QuantityText {
  /// `28,360`, `0.9531`, or the number as it was written.
  package static func text(_ quantity: Quantity) -> String {
    switch quantity {
    case .count(let count): DecimalText.grouped(count)
    case .fraction(let number): nonFinite(number) ?? DecimalText.fixed(number, decimals: 4)
    case .real(let number): real(number)
    case .written(let text, _): text
    }
  }

  /// Four decimals, or powers of ten where those would show nothing but zeros or a row of digits.
  static func real(_ number: Double) -> String {
    if let text = nonFinite(number) { return text }
    let isOrdinary = number == 0 || (0.00005..<1e9).contains(number.magnitude)
    return isOrdinary ? DecimalText.fixed(number, decimals: 4) : DecimalText.scientific(number, decimals: 3)
  }

  private static func nonFinite(_ number: Double) -> String? {
    if number.isNaN { return "not a number" }
    if number.isInfinite { return number < 0 ? "infinite, negative" : "infinite" }
    return nil
  }
}

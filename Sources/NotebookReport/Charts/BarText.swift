import NotebookResults

/// What is written beside a bar.
struct BarText {
  let number: String
  /// The standard deviation.
  let deviation: String?

  init(_ bar: BarChart.Bar, in words: DrawingPhrases.Bars) {
    number = bar.quantity.map(Self.short) ?? words.failed
    deviation = bar.drawnDeviation.map { QuantityText.real($0) }
  }

  /// `0.9421 +- 0.0031`, with the sign that is asked for.
  func text(plusMinus: String) -> String { deviation.map { "\(number) \(plusMinus) \($0)" } ?? number }

  /// What a number takes at most.
  private static let longest = 18

  /// A quantity as everywhere, unless that is too long for a drawing.
  static func short(_ quantity: Quantity) -> String {
    let text = QuantityText.text(quantity)
    return text.count <= longest ? text : QuantityText.real(quantity.number)
  }
}

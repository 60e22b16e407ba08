/// The signs that a line is drawn with, by how high in a row of characters it runs.
struct LineShape {
  let high: Character
  let middle: Character
  let low: Character

  /// How many lines can be told apart; the signs of further ones are used before.
  static let count = all.count

  /// The shape of a series by its place in the chart.
  static func of(_ series: Int) -> LineShape { all[series % all.count] }

  /// What a legend shows of it.
  var sample: String { high == low ? "\(middle)" : "\(low)\(middle)\(high)" }

  /// Three heights for the first two lines, and letters and signs that look alike in no usual typeface for the others.
  private static let all: [LineShape] =
    [LineShape(high: "'", middle: "-", low: "_"), LineShape(high: "\"", middle: ":", low: ".")]
    + "*ox+#%@&=~abcdefghijkmnpqrstuvwyzABCDEFGHJKLMNPQRSTUVWYZ".map { LineShape(high: $0, middle: $0, low: $0) }
}

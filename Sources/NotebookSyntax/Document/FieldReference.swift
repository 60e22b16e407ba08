/// A measured number by name: `label.field`, or out of a recorded series: `label.series@320`, `label.series.mean@20..320`;
/// of a sweep that of some of its points: `label.field(rate=0.01, seed=2)`.
package struct FieldReference: Sendable, Hashable {
  package let label: String
  /// The number or the series.
  package let field: String
  /// What is meant of a series; nil where a number is named, or the series as a whole.
  package let excerpt: SeriesExcerpt?
  package let position: SourcePosition

  package init(label: String, field: String, excerpt: SeriesExcerpt? = nil, position: SourcePosition) {
    self.label = label
    self.field = field
    self.excerpt = excerpt
    self.position = position
  }

  /// Reads a name; nil when it is not of one of the forms.
  package init?(_ text: some StringProtocol, at position: SourcePosition) {
    guard let (bare, settings) = PointSettings.taken(out: text) else { return nil }
    let halves = bare.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    var names = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    var excerpt: SeriesExcerpt?
    if halves.count == 2 {
      let statistic = names.count > 2 ? names.removeLast() : nil
      guard let found = SeriesExcerpt(statistic, at: halves[1]) else { return nil }
      excerpt = found
    }
    guard names.count == 2, Self.isName(names[0]), Self.isName(names[1]) else { return nil }
    let field = names[1] + (settings?.text ?? "")
    self.init(label: String(names[0]), field: String(field), excerpt: excerpt, position: position)
  }

  package var text: String { "\(label).\(name)" }

  /// What stands behind the label.
  package var name: String { field + (excerpt?.text ?? "") }

  /// Whether this can name something: a letter, then letters, digits, `-` and `_`, ending in a letter or digit.
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.count <= 64 else {
      return false
    }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    return isLetter(first) && (isLetter(last) || isDigit(last))
      && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || $0 == "-" || $0 == "_" }
  }
}

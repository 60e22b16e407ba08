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
    self.init(label: names[0].composed, field: field.composed, excerpt: excerpt, position: position)
  }

  package var text: String { "\(label).\(name)" }

  /// What stands behind the label.
  package var name: String { field + (excerpt?.text ?? "") }

  /// Whether this can name something: a letter of any script, then letters, digits, `-` and `_`, ending in a letter or digit.
  package static func isName(_ text: some StringProtocol) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.prefix(65).count <= 64 else { return false }
    return first.properties.isXIDStart && last != "-" && last.properties.generalCategory != .connectorPunctuation
      && scalars.allSatisfy(isPartOfName)
  }

  /// Whether a character can stand in a name, as letters, digits and marks upon letters do, `-` and `_`.
  package static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "-" || scalar.properties.isXIDContinue }
    return scalar.properties.isXIDContinue && !scalar.properties.isDefaultIgnorableCodePoint
  }
}

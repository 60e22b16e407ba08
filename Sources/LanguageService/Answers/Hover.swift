/// What is said about what stands at a place.
package struct Hover: Sendable, Hashable {
  /// Paragraphs of CommonMark.
  package let paragraphs: [String]
  /// What it is about.
  package let range: SourceRange

  init(_ paragraphs: [String?], about range: SourceRange) {
    self.paragraphs = paragraphs.compactMap { $0 }
    self.range = range
  }
}

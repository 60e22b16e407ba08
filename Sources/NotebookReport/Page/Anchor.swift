/// The places of a page that links lead to.
///
/// A cell's anchor is its label. The page's own ones have a dot, which no label has; those of headings (``HeadingAnchors``) are made different from all labels.
enum Anchor {
  static let main = "page.main"
  static let about = "page.about"
  /// The switches of the style sheet.
  static let contents = "page.contents"
  static let sources = "page.sources"

  static func note(_ number: String) -> String { "page.note-\(number)" }
  /// Where the text first names a note.
  static func mention(of number: String) -> String { "page.mention-\(number)" }
  static func output(_ index: Int, of label: String) -> String { "\(label).output-\(index + 1)" }
  static func numbers(_ index: Int, of label: String) -> String { "\(label).numbers-\(index + 1)" }
  static func expectation(_ index: Int, of label: String) -> String { "\(label).expect-\(index + 1)" }
}

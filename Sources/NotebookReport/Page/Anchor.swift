/// The places of a page that links lead to.
///
/// A cell's anchor is its label. The page's own ones have a dot, which no label has; those of headings are made different from all labels.
enum Anchor {
  static let main = "page.main"
  static let about = "page.about"

  static func output(_ index: Int, of label: String) -> String { "\(label).output-\(index + 1)" }
  static func expectation(_ index: Int, of label: String) -> String { "\(label).expect-\(index + 1)" }

  /// A heading's words in lower case joined by hyphens, with a number if it is taken; takes it.
  static func heading(_ text: String, taken: inout Set<String>) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let name = words.isEmpty ? "section" : words.joined(separator: "-")
    var anchor = name
    var number = 2
    while !taken.insert(anchor).inserted {
      anchor = "\(name)-\(number)"
      number += 1
    }
    return anchor
  }
}

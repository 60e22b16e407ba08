import NotebookSyntax

/// The places of a page that its headings are, each different from all others and from all labels.
package struct HeadingAnchors: Sendable {
  private var taken: Set<String>
  /// The number to try next for a name that was taken.
  private var next: [String: Int] = [:]

  package init(labels: some Sequence<String>) {
    taken = Set(labels)
  }

  /// A heading's words in lower case joined by hyphens, with a number if it is taken; takes it.
  package mutating func take(_ text: String) -> String {
    let name = Self.name(text)
    var anchor = name
    var number = next[name] ?? 2
    while !taken.insert(anchor).inserted {
      anchor = "\(name)-\(number)"
      number += 1
    }
    next[name] = number
    return anchor
  }

  /// The words of a heading as its place is called when no other has that name.
  package static func name(_ text: String) -> String {
    let words = text.composed.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "section" : words.joined(separator: "-")
  }
}

/// The first place at which two pages differ.
package struct PageDifference: Sendable, Hashable {
  /// The line, from 1.
  package let line: Int
  /// The label of the cell that it is in; nil outside all cells.
  package let cell: String?
  /// What stands there, in words or, where the words are the same, in markup; nil where the page has ended.
  package let found: String?
  /// What was expected to.
  package let expected: String?

  /// Compares two pages; nil where they are the same bytes.
  package init?(page: String, expected: String) {
    guard !page.utf8.elementsEqual(expected.utf8) else { return nil }
    let (found, expected) = (Self.lines(page), Self.lines(expected))
    let same = zip(found, expected).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    line = same + 1
    // A cell is looked for in what was expected, whose markup is known.
    let before = expected.prefix(same + 1)
    let start = before.lastIndex { $0.hasPrefix(Self.cellStart) }
    cell = start.flatMap { start in
      before[start...].dropLast().contains { $0.hasSuffix("</section>") }
        ? nil : before[start].dropFirst(Self.cellStart.count).prefix { $0 != "\"" }
    }.map { String($0) }
    let (first, second) = (found.dropFirst(same).first, expected.dropFirst(same).first)
    let (words, expectedWords) = (first.map { PageText.words(of: $0) }, second.map { PageText.words(of: $0) })
    let areWords = words != expectedWords
    let pieces = Self.piece(
      areWords ? words : first.map { String($0) }, areWords ? expectedWords : second.map { String($0) })
    (self.found, self.expected) = pieces
  }

  private static let cellStart = "<section class=\"cell\" id=\""

  private static func lines(_ page: String) -> [Substring] {
    page.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The most characters of a line that are shown.
  private static let length = 160

  /// Both lines from a little before their first difference.
  private static func piece(_ first: String?, _ second: String?) -> (String?, String?) {
    let same = zip(first ?? "", second ?? "").prefix { $0 == $1 }.count
    let start = max(first?.count ?? 0, second?.count ?? 0) <= length ? 0 : max(0, same - 20)
    func piece(_ text: String?) -> String? {
      text.map { text in
        let rest = text.dropFirst(start)
        return (start > 0 ? "…" : "") + rest.prefix(length) + (rest.count > length ? "…" : "")
      }
    }
    return (piece(first), piece(second))
  }
}

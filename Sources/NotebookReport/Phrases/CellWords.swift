/// What cells say of what they show, in another language: names and captions are English, and looked up.
///
/// What is not found stays as it is: the author's own words, and names that are code.
struct CellWords: Sendable, Hashable {
  let phrases: [String: String]
  /// Phrases with places, in which words of the same language or numbers and names stand.
  let templates: [Entry]
  /// Between the members of a list.
  let comma: String
  /// English words such as `test` that may stand before another, such as `accuracy`.
  let qualifiers: Set<String>

  struct Entry: Sendable, Hashable {
    let english: Template
    let text: Template

    init(_ english: Template, _ text: Template) {
      self.english = english
      self.text = text
    }
  }

  static let english = CellWords(phrases: [:], templates: [], comma: ", ", qualifiers: [])

  /// Whether there is anything to look up.
  var isEmpty: Bool { phrases.isEmpty }

  /// A phrase in this language, or as it is where it is not known.
  func callAsFunction(_ phrase: String) -> String { known(phrase) ?? phrase }

  /// A phrase in this language; nil where it is not known.
  func known(_ phrase: String) -> String? { known(phrase, nesting: Self.deepest) }

  /// How many templates may stand in one another.
  ///
  /// Several may fit one text, so that each one more makes looking take as many times longer.
  private static let deepest = 2

  private func known(_ phrase: String, nesting: Int) -> String? {
    phrases[phrase] ?? qualified(phrase) ?? list(phrase) ?? (nesting > 0 ? filled(phrase, nesting: nesting) : nil)
  }

  /// `test accuracy` from its two words.
  private func qualified(_ phrase: String) -> String? {
    let words = phrase.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, qualifiers.contains(words[0]), let qualifier = phrases[words[0]] else { return nil }
    return (phrases[words[1]] ?? qualified(words[1])).map { qualifier + $0 }
  }

  private func list(_ phrase: String) -> String? {
    let members = phrase.split(separator: ", ").map { phrases[String($0)] ?? qualified(String($0)) }
    let known = members.compactMap { $0 }
    return known.count > 1 && known.count == members.count ? known.joined(separator: comma) : nil
  }

  private func filled(_ phrase: String, nesting: Int) -> String? {
    for entry in templates {
      guard let found = entry.english.texts(in: phrase) else { continue }
      let texts = found.compactMap { known($0, nesting: nesting - 1) ?? ($0.isName ? $0 : nil) }
      if texts.count == found.count { return entry.text.filled(with: texts) }
    }
    return nil
  }
}

extension String {
  /// Whether this is a number or a name such as `lstm_1`, which are the same in every language.
  fileprivate var isName: Bool { !isEmpty && !contains(" ") && contains { $0.isNumber || $0 == "_" || $0 == "." } }
}

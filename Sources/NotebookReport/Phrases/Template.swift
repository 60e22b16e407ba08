/// A phrase with places `{1}` to `{9}` that texts are put into.
struct Template: Sendable, Hashable, ExpressibleByStringLiteral {
  private let text: String

  init(stringLiteral text: String) {
    self.text = text
  }

  /// The phrase with texts in its places, each of which has one.
  func callAsFunction(_ texts: String...) -> String { filled(with: texts) }

  func filled(with texts: [String]) -> String {
    pieces.reduce(String(beginning)) { $0 + texts[$1.place] + $1.ending }
  }

  /// The texts that were put into the places of a phrase, in their order; nil of one that is not of this form.
  ///
  /// What stands between two places is looked for from the left.
  func texts(in phrase: String) -> [String]? {
    guard phrase.hasPrefix(beginning) else { return nil }
    var rest = phrase.dropFirst(beginning.count)
    var texts: [String] = []
    for piece in pieces.dropLast() {
      guard let end = rest.firstRange(of: piece.ending) else { return nil }
      texts.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    guard let last = pieces.last, rest.hasSuffix(last.ending) else { return nil }
    return texts + [String(rest.dropLast(last.ending.count))]
  }

  private var parts: [Substring] { text.split(separator: "{", omittingEmptySubsequences: false) }

  /// What stands before the first place.
  private var beginning: Substring { parts.first ?? "" }

  /// The places, counted from 0, each with what stands behind it.
  private var pieces: [(place: Int, ending: Substring)] {
    parts.dropFirst().map { (($0.first?.wholeNumberValue ?? 1) - 1, $0.dropFirst(2)) }
  }
}

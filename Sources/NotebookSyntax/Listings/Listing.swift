/// The text of a fence in a language that is known, cut into what is coloured and what is not.
package struct Listing: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case plain
    case keyword
    case string
    case comment
    case number
  }

  /// A stretch of the text.
  package struct Token: Sendable, Hashable {
    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// As the fence calls it.
  package let language: String
  /// Together they are the text, byte for byte.
  package let tokens: [Token]

  /// Reads a text; nil where the fence names no language that is known.
  init?(info: String, text: String) {
    guard let known = ListingLanguage.named(info) else { return nil }
    language = String(info.prefix { !$0.isWhitespace })
    tokens = ListingReader.tokens(of: text, in: known)
  }
}

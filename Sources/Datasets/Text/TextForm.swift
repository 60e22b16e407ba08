/// What becomes of a text before it is cut: how it is spelled, and how much of it is taken.
package struct TextForm: Sendable, Hashable {
  package enum Normalization: String, Sendable, CaseIterable {
    /// Letters from a to z and blanks: capitals become small, and every run of other characters one blank, but for those at both ends.
    case letters
  }

  /// How it is spelled otherwise; nil where it stays as it is.
  package let normalization: Normalization?
  /// How many characters are taken from the beginning; nil where all are.
  package let characters: Int?

  package init(normalization: Normalization? = nil, characters: Int? = nil) {
    self.normalization = normalization
    self.characters = characters
  }

  /// The text as it is.
  package static let whole = TextForm()

  var phrase: String { "\(normalization?.rawValue ?? "") \(characters.map(String.init) ?? "")" }

  /// A text in this form.
  func apply(to text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let spelled =
      switch normalization {
      case .letters: Self.letters(of: text)
      case nil: text
      }
    return characters.map { Array(spelled.prefix($0)) } ?? spelled
  }

  /// The characters that texts of some others have in this form.
  func vocabulary(of other: Vocabulary) -> Vocabulary {
    switch normalization {
    case .letters: Self.letters
    case nil: other
    }
  }

  private static let letters = Vocabulary(of: Array(" abcdefghijklmnopqrstuvwxyz".unicodeScalars))

  private static func letters(of text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    letters.reserveCapacity(text.count)
    for character in text {
      switch character {
      case "a"..."z": letters.append(character)
      case "A"..."Z": letters.append(Unicode.Scalar(UInt8(character.value) + 32))
      default: if letters.last != " ", !letters.isEmpty { letters.append(" ") }
      }
    }
    if letters.last == " " { letters.removeLast() }
    return letters
  }
}

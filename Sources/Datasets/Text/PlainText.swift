/// A text as tokens, character by character, with nothing normalised.
package struct PlainText: Sendable {
  package let vocabulary: Vocabulary
  /// The number of each character in the vocabulary.
  package let tokens: [Int32]
  /// The SHA-256 of the text in UTF-8, in hexadecimal.
  package let digest: String

  /// No text has more characters.
  package static let mostCharacters = 1 << 26

  /// Makes a text of characters.
  ///
  /// - Parameters:
  ///   - name: What it goes by in what is thrown.
  ///   - text: The characters.
  ///   - form: What becomes of them first.
  ///   - vocabulary: The characters that there may be; by default those that there are.
  /// - Throws: What is wrong with it, under its name.
  package init(
    name: String, _ text: String, form: TextForm = .whole, vocabulary: Vocabulary? = nil
  ) throws(DatasetError) {
    try self.init(path: name, bytes: Array(text.utf8), form: form, vocabulary: vocabulary)
  }

  init(path: String, bytes: [UInt8], form: TextForm = .whole, vocabulary: Vocabulary? = nil) throws(DatasetError) {
    let characters = form.apply(to: try UTF8Reader(bytes, path: path).characters())
    guard !characters.isEmpty else { throw DatasetError(path, .empty) }
    guard characters.count <= Self.mostCharacters else {
      throw DatasetError(path, .tooManyCharacters(found: characters.count, limit: Self.mostCharacters))
    }
    let vocabulary = vocabulary ?? Vocabulary(of: characters)
    guard vocabulary.count <= Vocabulary.mostCharacters else {
      throw DatasetError(path, .tooManyDifferentCharacters(limit: Vocabulary.mostCharacters))
    }
    tokens = vocabulary.tokens(of: characters)
    self.vocabulary = vocabulary
    digest = SHA256.hex(of: form == .whole ? bytes : Array(String(String.UnicodeScalarView(characters)).utf8))
  }

  package var count: Int { tokens.count }
}

/// The characters that a text is made of, each with a number: its token.
///
/// A character is a Unicode scalar, since what reads as one character depends on the edition of Unicode. They are in ascending order, so
/// that a vocabulary follows from the set of characters alone.
package struct Vocabulary: Sendable, Hashable, Codable {
  package let characters: [Unicode.Scalar]

  /// More characters there cannot be.
  package static let mostCharacters = 65_536

  package init(of text: [Unicode.Scalar]) {
    let last = text.max().map { Int($0.value) } ?? 0
    var occurs = [Bool](repeating: false, count: last + 1)
    for character in text { occurs[Int(character.value)] = true }
    characters = occurs.indices.compactMap { occurs[$0] ? Unicode.Scalar(UInt32($0)) : nil }
  }

  package var count: Int { characters.count }

  package init(from decoder: any Decoder) throws {
    let values = try [UInt32](from: decoder)
    characters = values.compactMap { Unicode.Scalar($0) }
    let isAscending = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    guard isAscending, characters.count == values.count, 1...Self.mostCharacters ~= values.count else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no vocabulary"))
    }
  }

  package func encode(to encoder: any Encoder) throws { try characters.map(\.value).encode(to: encoder) }

  /// The tokens of a text that is made of these characters.
  func tokens(of text: [Unicode.Scalar]) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: characters.last.map { Int($0.value) + 1 } ?? 0)
    for (token, character) in characters.enumerated() { numbers[Int(character.value)] = Int32(token) }
    return text.map { character in
      precondition(Int(character.value) < numbers.count, "a text is made of its vocabulary")
      return numbers[Int(character.value)]
    }
  }

  package func token(of character: Unicode.Scalar) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if characters[middle] < character { low = middle + 1 } else { high = middle }
    }
    return low < count && characters[low] == character ? low : nil
  }

  /// The first character of a text that is none of these.
  package func firstStray(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { token(of: $0) == nil }
  }

  /// The tokens of a text, without characters that are none of these.
  package func tokens(of text: String) -> [Int] { text.unicodeScalars.compactMap { token(of: $0) } }

  /// The text of some tokens; those that are none of the vocabulary's are left out.
  package func text(of tokens: some Sequence<Int>) -> String {
    var text = String.UnicodeScalarView()
    for token in tokens where characters.indices.contains(token) { text.append(characters[token]) }
    return String(text)
  }

  /// How each character is called: itself, unless it leaves no mark on paper.
  package var names: [String] { characters.map(Self.name) }

  /// How a character is called, in any vocabulary.
  package static func name(of character: Unicode.Scalar) -> String {
    switch character {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case " ": "space"
    default: character.isMark ? String(character) : "U+\(hexadecimal(character))"
    }
  }

  private static func hexadecimal(_ character: Unicode.Scalar) -> String {
    let digits = String(character.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Unicode.Scalar {
  /// Whether it can stand alone and be seen.
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      false
    default: true
    }
  }
}

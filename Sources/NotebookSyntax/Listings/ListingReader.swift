/// Cuts a text into keywords, strings, comments and numbers of a language, in one walk.
struct ListingReader {
  private let language: ListingLanguage
  private let bytes: [UInt8]
  private var tokens: [Listing.Token] = []
  /// Where what is not coloured began.
  private var plainStart = 0
  private var place = 0

  static func tokens(of text: String, in language: ListingLanguage) -> [Listing.Token] {
    var reader = ListingReader(language: language, bytes: Array(text.utf8))
    while reader.place < reader.bytes.count { reader.readOne() }
    reader.endPlain(at: reader.bytes.count)
    return reader.tokens
  }

  private init(language: ListingLanguage, bytes: [UInt8]) {
    self.language = language
    self.bytes = bytes
  }

  private mutating func readOne() {
    let start = place
    if let end = endOfComment(at: start) { return take(.comment, to: end) }
    if !isInWord(start), let end = endOfString(at: start) {
      return take(isKey(endingAt: end) ? .keyword : .string, to: end)
    }
    if isInWord(start) || !bytes[start].isPartOfWord {
      place += 1
    } else if bytes[start].isDigit {
      take(.number, to: endOfNumber(at: start))
    } else {
      readWord(at: start)
    }
  }

  /// Whether the byte before a place belongs to a word.
  private func isInWord(_ place: Int) -> Bool { place > 0 && bytes[place - 1].isPartOfWord }

  private mutating func readWord(at start: Int) {
    let end = bytes[start...].firstIndex { !$0.isPartOfWord } ?? bytes.count
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    if language.stringPrefixes.contains(word), let end = endOfString(at: end) {
      take(.string, to: end)
    } else if language.keywords.contains(word) || isKey(endingAt: end) {
      take(.keyword, to: end)
    } else {
      place = end
    }
  }

  private mutating func take(_ kind: Listing.Kind, to end: Int) {
    endPlain(at: place)
    tokens.append(Listing.Token(kind, String(decoding: bytes[place..<end], as: UTF8.self)))
    place = end
    plainStart = end
  }

  private mutating func endPlain(at end: Int) {
    guard plainStart < end else { return }
    tokens.append(Listing.Token(.plain, String(decoding: bytes[plainStart..<end], as: UTF8.self)))
  }
}

/// Where things end; nil where they do not begin.
extension ListingReader {
  private func has(_ mark: String, at place: Int) -> Bool { bytes[place...].starts(with: mark.utf8) }

  private func endOfLine(from start: Int) -> Int { bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }

  private func endOfComment(at start: Int) -> Int? {
    if let (opening, closing) = language.blockComment, has(opening, at: start) {
      let end = (start + opening.utf8.count..<bytes.count).first { has(closing, at: $0) }
      return end.map { $0 + closing.utf8.count } ?? bytes.count
    }
    guard language.lineComments.contains(where: { has($0, at: start) }) else { return nil }
    if language.setsCommentsApart, start > 0, !bytes[start - 1].isBlank { return nil }
    return endOfLine(from: start)
  }

  private func endOfString(at start: Int) -> Int? {
    guard start < bytes.count, let marks = language.strings.first(where: { has($0.opening, at: start) }) else {
      return nil
    }
    var place = start + marks.opening.utf8.count
    while place < bytes.count {
      if has(marks.closing, at: place) { return place + marks.closing.utf8.count }
      if marks.isOnOneLine, bytes[place] == UInt8(ascii: "\n") { return place }
      place += marks.hasEscapes && bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }

  private func endOfNumber(at start: Int) -> Int {
    var place = start + 1
    while place < bytes.count {
      let (byte, next) = (bytes[place], place + 1 < bytes.count ? bytes[place + 1] : 0)
      let isExponent = [UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[place - 1]) && next.isDigit
      guard
        byte.isPartOfWord || byte == UInt8(ascii: ".") && next.isDigit
          || [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte) && isExponent
      else { break }
      place += 1
    }
    return place
  }

  /// Whether what ends in a place is the name of a value.
  private func isKey(endingAt end: Int) -> Bool {
    guard let sign = language.keySign else { return false }
    let next = bytes[end...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
    return has(sign, at: next) && (next + 1 == bytes.count || bytes[next + 1].isBlank)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isBlank: Bool { [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n")].contains(self) }

  /// A letter of any script, a digit or `_`.
  fileprivate var isPartOfWord: Bool {
    isDigit || self >= 0x80 || self == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

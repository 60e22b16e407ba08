/// Reads UTF-8 strictly, and knows the place of what is wrong.
struct UTF8Reader {
  private let bytes: [UInt8]
  private let path: String

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  func characters() throws(DatasetError) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    characters.reserveCapacity(bytes.count)
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let character = Unicode.UTF8.decode(encoded)
        guard character != "\0" else {
          let (line, column) = Self.place(after: characters)
          throw DatasetError(path, .containsNUL(line: line, column: column))
        }
        characters.append(character)
      case .emptyInput: return characters
      case .error:
        let (line, column) = Self.place(after: characters)
        throw DatasetError(path, .notUTF8(line: line, column: column))
      }
    }
  }

  /// Line and column of the character that follows, from 1.
  private static func place(after characters: [Unicode.Scalar]) -> (line: Int, column: Int) {
    let line = characters.count { $0 == "\n" }
    let begun = characters.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return (line + 1, characters.count - begun + 1)
  }
}

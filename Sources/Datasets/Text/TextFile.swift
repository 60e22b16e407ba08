/// A file with a text, found but not read.
package struct TextFile: Sendable, Hashable {
  package let path: String
  /// What it has to be, when that is known.
  let known: KnownText?
  let form: TextForm

  /// No file is larger.
  package static let largestSize = 1 << 26

  package init(path: String, known: KnownText? = nil, form: TextForm = .whole) {
    self.path = path
    self.known = known
    self.form = form
  }

  /// Reads and checks the whole file, plain or gzipped.
  ///
  /// - Returns: Its characters, in the form that was asked for.
  /// - Throws: What is wrong with it, with line and column.
  package func read() throws(DatasetError) -> PlainText {
    var reader = try ContentReader(path: path, largestFile: Self.largestSize)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try piece.withUnsafeMutableBufferPointer { buffer throws(DatasetError) in
        try reader.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      bytes += piece[..<count]
      guard bytes.count <= Self.largestSize else {
        throw DatasetError(path, .fileTooLarge(bytes: bytes.count, limit: Self.largestSize))
      }
      if count < piece.count { return try text(bytes) }
    }
  }

  private func text(_ bytes: [UInt8]) throws(DatasetError) -> PlainText {
    if let known {
      let found = SHA256.hex(of: bytes)
      guard found == known.digest else {
        throw DatasetError(path, .wrongContents(dataset: known.name, expected: known.digest, found: found))
      }
    }
    return try PlainText(path: path, bytes: bytes, form: form, vocabulary: known?.vocabulary(in: form))
  }
}

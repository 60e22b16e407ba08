/// The lines of a table: blank ones are none, and a mark of the encoding before the first belongs to none.
struct CSVLines: ~Copyable {
  private var lines: LineReader

  init(path: String) throws(DatasetError) {
    lines = try LineReader(path: path)
  }

  var path: String { lines.path }

  /// The number of the line that was read last, from 1, blank ones counted.
  var number: Int { lines.number }

  /// A copy of the first line; nil when it is blank or not there.
  mutating func first() throws(DatasetError) -> [UInt8]? {
    guard let line = try lines.next(), !Self.isBlank(line) else { return nil }
    return Array(line.starts(with: Self.mark) ? line.dropFirst(Self.mark.count) : line[...])
  }

  /// The next line that is not blank, or nil after the last; what is lent is good until the next call.
  mutating func next() throws(DatasetError) -> UnsafeRawBufferPointer? {
    while let line = try lines.next() {
      if !Self.isBlank(line) { return line }
    }
    return nil
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

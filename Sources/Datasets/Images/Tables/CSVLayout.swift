/// How the lines of a table of images are built: as many columns as the first, one of them the label.
struct CSVLayout: Sendable, Hashable {
  let columns: Int
  let labelColumn: Int
  let separator: UInt8
  /// Whether the first line names the columns.
  let hasNames: Bool

  /// The numbers of a line that are pixels.
  var pixels: Int { columns - 1 }

  private static let mostColumns = 1 << 20

  /// Learns from the first line: it names the columns when anything in it is not a number, and the one named `label` is the label.
  init(firstLine: UnsafeRawBufferPointer, path: String) throws(DatasetError) {
    let separator = firstLine.first { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 } ?? 0x2C
    let fields = CSVField.fields(of: firstLine, separator: separator)
    guard 2...Self.mostColumns ~= fields.count else {
      throw DatasetError(path, .columnCount(found: fields.count, limit: Self.mostColumns))
    }
    hasNames = fields.contains { $0.number == nil }
    let label = hasNames ? fields.firstIndex { $0.text.lowercased() == "label" } : nil
    self.separator = separator
    columns = fields.count
    labelColumn = label ?? 0
  }
}

/// One value of a line.
struct CSVField {
  /// Without white space around it and without the quotes that it may stand in.
  let bytes: UnsafeRawBufferPointer

  init(_ field: Slice<UnsafeRawBufferPointer>) {
    var field = field
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    while let first = field.first, isSpace(first) { field.removeFirst() }
    while let last = field.last, isSpace(last) { field.removeLast() }
    if field.count >= 2, field.first == 0x22, field.last == 0x22 { field = field.dropFirst().dropLast() }
    bytes = UnsafeRawBufferPointer(rebasing: field)
  }

  static func fields(of line: UnsafeRawBufferPointer, separator: UInt8) -> [CSVField] {
    line.split(separator: separator, omittingEmptySubsequences: false).map { CSVField($0) }
  }

  /// As much of the value as a message can show.
  var text: String { String(decoding: bytes.prefix(40), as: UTF8.self) }

  /// Whether it is written as a whole number from 0 to 255.
  var isGrey: Bool { whole.map { $0 <= 255 } ?? false }

  /// The value of digits alone, if there are few.
  var whole: Int? {
    guard 1...9 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The value as a finite decimal number, rounded to single precision.
  var number: Float? {
    if let whole { return Float(whole) }
    guard 1...40 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }) else {
      return nil
    }
    return Float(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The value as a label.
  var label: UInt8? { number.flatMap { UInt8(exactly: $0) } }
}

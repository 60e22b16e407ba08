/// One value of a line.
struct CSVField {
  /// Without white space around it and without the quotes that it may stand in.
  let bytes: UnsafeRawBufferPointer

  init(_ field: Slice<UnsafeRawBufferPointer>) {
    var field = field
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    while let first = field.first, isSpace(first) { field.removeFirst() }
    while let last = field.last, isSpace(last) { field.removeLast() }
    if field.count >= 2, field.first == Self.quote, field.last == Self.quote { field = field.dropFirst().dropLast() }
    bytes = UnsafeRawBufferPointer(rebasing: field)
  }

  /// The values of a line; a separator between quotes separates nothing.
  static func fields(of line: UnsafeRawBufferPointer, separator: UInt8) -> [CSVField] {
    guard line.contains(quote) else {
      return line.split(separator: separator, omittingEmptySubsequences: false).map { CSVField($0) }
    }
    var isQuoted = false
    return line.split(omittingEmptySubsequences: false) { byte in
      if byte == quote { isQuoted.toggle() }
      return byte == separator && !isQuoted
    }.map { CSVField($0) }
  }

  private static let quote: UInt8 = 0x22

  /// What stands between the values of a line: the first comma, semicolon or tab that it has.
  static func separator(of line: UnsafeRawBufferPointer) -> UInt8 {
    line.first { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 } ?? 0x2C
  }

  /// As much of the value as a message can show.
  var text: String { String(decoding: bytes.prefix(40), as: UTF8.self) }

  /// Whether it can name a column: it is not empty, and no number in any notation, however large.
  var isName: Bool { !bytes.isEmpty && Double(text) == nil }

  /// The value of digits alone, if there are few.
  var whole: Int? {
    guard 1...9 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The value as a finite decimal number, rounded to double precision.
  var double: Double? {
    if let whole { return Double(whole) }
    return decimal.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The value as a finite decimal number, rounded to single precision.
  var number: Float? {
    if let whole { return Float(whole) }
    return decimal.flatMap { Float($0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The text of what may be a decimal number: it has no other characters than one.
  private var decimal: String? {
    guard 1...40 ~= bytes.count, bytes.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }) else {
      return nil
    }
    return text
  }
}

/// The lines of a table of numbers so far, a time step each.
///
/// The first line names the columns when nothing in it is a number. A field that is none makes its column one that cannot be read, and no
/// other: a table may have dates beside its numbers.
struct NumberTableRows {
  /// No table has more columns, or more fields.
  static let mostColumns = 4096
  static let mostFields = 1 << 26

  private let names: [String]?
  private let separator: UInt8
  private let path: String
  private var columns: [[Double]]
  private var strays: [NumberTableFindings.Stray?]
  private var count = 0

  /// Learns from the first line how many columns there are, and what they are called if it says so.
  init(firstLine: UnsafeRawBufferPointer, path: String) throws(DatasetError) {
    separator = CSVField.separator(of: firstLine)
    let fields = CSVField.fields(of: firstLine, separator: separator)
    guard fields.count <= Self.mostColumns else {
      throw DatasetError(path, .tooManyColumns(found: fields.count, limit: Self.mostColumns))
    }
    let hasNames = fields.allSatisfy { $0.isName || $0.bytes.isEmpty } && fields.contains(where: \.isName)
    names = hasNames ? fields.map(\.text) : nil
    columns = fields.map { _ in [] }
    strays = fields.map { _ in nil }
    self.path = path
    if !hasNames { try append(fields, line: 1) }
  }

  mutating func append(_ line: UnsafeRawBufferPointer, number: Int) throws(DatasetError) {
    try append(CSVField.fields(of: line, separator: separator), line: number)
  }

  private mutating func append(_ fields: [CSVField], line: Int) throws(DatasetError) {
    guard fields.count == columns.count else {
      throw DatasetError(path, .wrongColumns(line: line, expected: columns.count, found: fields.count))
    }
    guard count < Self.mostFields / columns.count else {
      throw DatasetError(path, .tooManyFields(limit: Self.mostFields))
    }
    for (column, field) in fields.enumerated() where strays[column] == nil {
      if let number = field.double, Float(number).isFinite {
        columns[column].append(number)
      } else {
        strays[column] = NumberTableFindings.Stray(line: line, found: field.text)
        columns[column] = []
      }
    }
    count += 1
  }

  /// The table of all lines; nil when there are none.
  var table: NumberTable? {
    count > 0 ? NumberTable(names: names, columns: columns, strays: strays, lines: count) : nil
  }
}

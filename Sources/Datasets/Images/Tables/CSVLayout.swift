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

  /// Learns from the first line: it names the columns when one of them is `label`, or when nothing in it looks like a number; the one named
  /// `label` is the label.
  init(firstLine: UnsafeRawBufferPointer, path: String) throws(DatasetError) {
    let separator = CSVField.separator(of: firstLine)
    let fields = CSVField.fields(of: firstLine, separator: separator)
    guard 2...Self.mostColumns ~= fields.count else {
      throw DatasetError(path, .columnCount(found: fields.count, limit: Self.mostColumns))
    }
    let labels = fields.indices.filter { fields[$0].text.lowercased() == "label" }
    guard labels.count <= 1 else { throw DatasetError(path, .severalLabels(columns: labels.map { $0 + 1 })) }
    hasNames = !labels.isEmpty || fields.allSatisfy(\.isName)
    if !hasNames, let column = fields.firstIndex(where: { $0.number == nil }) {
      throw DatasetError(path, .neitherNamesNorNumbers(column: column + 1, found: fields[column].text))
    }
    self.separator = separator
    columns = fields.count
    labelColumn = labels.first ?? 0
  }
}

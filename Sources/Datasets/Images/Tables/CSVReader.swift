/// Reads a table with an image a line: a label and the pixels, row by row.
struct CSVReader: ~Copyable {
  /// The table in memory.
  struct Table: Sendable {
    let layout: CSVLayout
    let pixels: PixelStore
    let labels: [UInt8]
  }

  /// No table has more pixels.
  private static let mostPixels = 1 << 28

  private var lines: LineReader

  init(path: String) throws(DatasetError) {
    lines = try LineReader(path: path)
  }

  /// Counts the images without reading them.
  consuming func count() throws(DatasetError) -> (layout: CSVLayout, images: Int) {
    let (layout, _) = try firstLine()
    var images = layout.hasNames ? 0 : 1
    while let line = try lines.next() { if !Self.isBlank(line) { images += 1 } }
    guard images > 0 else { throw DatasetError(lines.path, .holdsNoImages) }
    return (layout, images)
  }

  /// Reads everything.
  consuming func table() throws(DatasetError) -> Table {
    let (layout, first) = try firstLine()
    var rows = CSVRows(layout: layout, path: lines.path)
    if !layout.hasNames {
      try first.withUnsafeBufferPointer { line throws(DatasetError) in
        try rows.append(UnsafeRawBufferPointer(line), number: 1)
      }
    }
    while let line = try lines.next() {
      if Self.isBlank(line) { continue }
      guard rows.pixelCount <= Self.mostPixels - layout.pixels else {
        throw DatasetError(lines.path, .tooManyPixels(limit: Self.mostPixels))
      }
      try rows.append(line, number: lines.number)
    }
    guard !rows.labels.isEmpty else { throw DatasetError(lines.path, .holdsNoImages) }
    return Table(layout: layout, pixels: rows.pixels, labels: rows.labels)
  }

  /// The layout, and a copy of the line that shows it, without a mark of the encoding before it.
  private mutating func firstLine() throws(DatasetError) -> (CSVLayout, [UInt8]) {
    guard let line = try lines.next(), !Self.isBlank(line) else { throw DatasetError(lines.path, .holdsNoImages) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = Array(line.starts(with: mark) ? line.dropFirst(3) : line[...])
    let path = lines.path
    let layout = try bytes.withUnsafeBufferPointer { line throws(DatasetError) in
      try CSVLayout(firstLine: UnsafeRawBufferPointer(line), path: path)
    }
    return (layout, bytes)
  }

  private static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// The images of the lines so far: bytes for as long as every pixel is written as a whole number from 0 to 255.
private struct CSVRows {
  private(set) var labels: [UInt8] = []
  private var bytes: [UInt8] = []
  private var numbers: [Float]?
  private let layout: CSVLayout
  private let path: String

  init(layout: CSVLayout, path: String) {
    self.layout = layout
    self.path = path
  }

  var pixels: PixelStore { numbers.map { .numbers($0) } ?? .bytes(bytes) }

  var pixelCount: Int { labels.count * layout.pixels }

  mutating func append(_ line: UnsafeRawBufferPointer, number: Int) throws(DatasetError) {
    if numbers == nil, appendDigits(line) { return }
    let fields = CSVField.fields(of: line, separator: layout.separator)
    guard fields.count == layout.columns else {
      throw DatasetError(path, .wrongColumns(line: number, expected: layout.columns, found: fields.count))
    }
    guard let label = fields[layout.labelColumn].label else {
      throw DatasetError(
        path, .notALabel(line: number, column: layout.labelColumn + 1, found: fields[layout.labelColumn].text))
    }
    var row: [Float] = []
    row.reserveCapacity(layout.pixels)
    var isGrey = numbers == nil
    for (column, field) in fields.enumerated() where column != layout.labelColumn {
      guard let value = field.number else {
        throw DatasetError(path, .notANumber(line: number, column: column + 1, found: field.text))
      }
      isGrey = isGrey && field.isGrey
      row.append(value)
    }
    labels.append(label)
    if isGrey {
      for value in row { bytes.append(UInt8(value)) }
    } else {
      if numbers == nil {
        numbers = bytes.map { Float($0) }
        bytes = []
      }
      numbers?.append(contentsOf: row)
    }
  }

  /// Appends a line of bare digits, as nearly every line is; leaves everything as it was when the line is anything else.
  private mutating func appendDigits(_ line: UnsafeRawBufferPointer) -> Bool {
    let begun = bytes.count
    var (value, digits, column, label) = (0, 0, 0, 0)
    for place in 0...line.count {
      let byte = place < line.count ? line[place] : layout.separator
      if 0x30...0x39 ~= byte {
        (value, digits) = (value * 10 + Int(byte - 0x30), digits + 1)
        if digits <= 3 { continue }
      }
      guard byte == layout.separator, digits > 0, value <= 255, column < layout.columns else {
        bytes.removeLast(bytes.count - begun)
        return false
      }
      if column == layout.labelColumn { label = value } else { bytes.append(UInt8(value)) }
      (value, digits, column) = (0, 0, column + 1)
    }
    guard column == layout.columns else {
      bytes.removeLast(bytes.count - begun)
      return false
    }
    labels.append(UInt8(label))
    return true
  }
}

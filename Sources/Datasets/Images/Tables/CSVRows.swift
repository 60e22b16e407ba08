/// The images of the lines so far: bytes for as long as every pixel is written as a whole number from 0 to 255.
struct CSVRows {
  private(set) var labels: [UInt8] = []
  private var gatherer = PixelGatherer(isGrey: true)
  /// The pixels of a line that is being read.
  private var line: [UInt8] = []
  private let layout: CSVLayout
  private let path: String

  init(layout: CSVLayout, path: String) {
    self.layout = layout
    self.path = path
  }

  var pixels: PixelStore { gatherer.pixels }

  var pixelCount: Int { labels.count * layout.pixels }

  mutating func append(_ line: UnsafeRawBufferPointer, number: Int) throws(DatasetError) {
    if gatherer.isGrey, appendDigits(line) { return }
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
    var isGrey = true
    for (column, field) in fields.enumerated() where column != layout.labelColumn {
      guard let value = field.number else {
        throw DatasetError(path, .notANumber(line: number, column: column + 1, found: field.text))
      }
      isGrey = isGrey && field.isGrey
      row.append(value)
    }
    labels.append(label)
    if isGrey { gatherer.append(row.map { UInt8($0) }) } else { gatherer.append(row) }
  }

  /// Appends a line of bare digits, as nearly every line is; leaves everything as it was when the line is anything else.
  private mutating func appendDigits(_ text: UnsafeRawBufferPointer) -> Bool {
    line.removeAll(keepingCapacity: true)
    var (value, digits, column, label) = (0, 0, 0, 0)
    for place in 0...text.count {
      let byte = place < text.count ? text[place] : layout.separator
      if 0x30...0x39 ~= byte {
        (value, digits) = (value * 10 + Int(byte - 0x30), digits + 1)
        if digits <= 3 { continue }
      }
      guard byte == layout.separator, digits > 0, value <= 255, column < layout.columns else { return false }
      if column == layout.labelColumn { label = value } else { line.append(UInt8(value)) }
      (value, digits, column) = (0, 0, column + 1)
    }
    guard column == layout.columns else { return false }
    labels.append(UInt8(label))
    gatherer.append(line)
    return true
  }
}

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

  private var lines: CSVLines

  init(path: String) throws(DatasetError) {
    lines = try CSVLines(path: path)
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
      guard rows.pixelCount <= Self.mostPixels - layout.pixels else {
        throw DatasetError(lines.path, .tooManyPixels(limit: Self.mostPixels))
      }
      try rows.append(line, number: lines.number)
    }
    guard !rows.labels.isEmpty else { throw DatasetError(lines.path, .holdsNoImages) }
    return Table(layout: layout, pixels: rows.pixels, labels: rows.labels)
  }

  /// The layout, and a copy of the line that shows it.
  private mutating func firstLine() throws(DatasetError) -> (CSVLayout, [UInt8]) {
    guard let bytes = try lines.first() else { throw DatasetError(lines.path, .holdsNoImages) }
    let path = lines.path
    let layout = try bytes.withUnsafeBufferPointer { line throws(DatasetError) in
      try CSVLayout(firstLine: UnsafeRawBufferPointer(line), path: path)
    }
    return (layout, bytes)
  }
}

/// The size of every image of a set, in pixels.
package struct ImageShape: Sendable, Hashable {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    precondition(rows > 0 && columns > 0, "an image has at least one row and one column")
    self.rows = rows
    self.columns = columns
  }

  /// The size of an image of which only the number of pixels is known: a square if that can be, otherwise one row.
  init(flat pixels: Int) {
    let side = Int(Double(pixels).squareRoot())
    self = side * side == pixels ? ImageShape(rows: side, columns: side) : ImageShape(rows: 1, columns: pixels)
  }

  package var pixels: Int { rows * columns }
}

extension ImageShape: Codable {
  package init(from decoder: any Decoder) throws {
    let sides = try [Int](from: decoder)
    guard sides.count == 2, sides.allSatisfy({ 1...ContentReader.largestSize ~= $0 }) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no size of an image"))
    }
    self.init(rows: sides[0], columns: sides[1])
  }

  package func encode(to encoder: any Encoder) throws { try [rows, columns].encode(to: encoder) }
}

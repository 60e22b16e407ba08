private import Foundation

/// A row of small grey pictures, such as the first digits of a data set.
package struct PictureStrip: Sendable, Hashable, Codable {
  package struct Picture: Sendable, Hashable, Codable {
    package let rows: Int
    package let columns: Int
    /// Row by row, 0 paper to 255 ink.
    package let pixels: [UInt8]
    /// What stands under it, such as `7` or `7 read as 1`.
    package let label: String

    package init(rows: Int, columns: Int, pixels: [UInt8], label: String) {
      self = Picture(unchecked: rows, columns, pixels, label).fitting
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        unchecked: try container.decode(Int.self, forKey: .rows), try container.decode(Int.self, forKey: .columns),
        [UInt8](try container.decode(Data.self, forKey: .pixels)), try container.decode(String.self, forKey: .label))
      try checkShape()
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rows, forKey: .rows)
      try container.encode(columns, forKey: .columns)
      // As bytes: one by one they take a hundred times as long.
      try container.encode(Data(pixels), forKey: .pixels)
      try container.encode(label, forKey: .label)
    }

    private enum CodingKeys: CodingKey {
      case rows, columns, pixels, label
    }

    private init(unchecked rows: Int, _ columns: Int, _ pixels: [UInt8], _ label: String) {
      self.rows = rows
      self.columns = columns
      self.pixels = pixels
      self.label = label
    }
  }

  package let caption: String
  package let pictures: [Picture]

  package init(caption: String, pictures: [Picture]) {
    self.caption = caption
    self.pictures = pictures
  }
}

extension PictureStrip.Picture: ShapeChecked {
  func checkShape() throws(ShapeProblem) {
    let (count, isTooMany) = rows.multipliedReportingOverflow(by: columns)
    guard rows > 0, columns > 0, !isTooMany, pixels.count == count else {
      throw ShapeProblem("a picture has rows × columns pixels")
    }
  }
}

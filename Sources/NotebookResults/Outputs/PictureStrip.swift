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
      precondition(pixels.count == rows * columns, "a picture has rows × columns pixels")
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

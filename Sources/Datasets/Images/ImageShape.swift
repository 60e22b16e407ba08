/// The size of every image of a set, in pixels.
package struct ImageShape: Sendable, Hashable {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    precondition(rows > 0 && columns > 0, "an image has at least one row and one column")
    self.rows = rows
    self.columns = columns
  }

  package var pixels: Int { rows * columns }
}

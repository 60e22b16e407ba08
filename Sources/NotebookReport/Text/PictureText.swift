import NotebookResults
import NotebookSyntax

/// Grey pictures as characters, two pixels of a column to a character because characters are tall.
enum PictureText {
  /// The pictures side by side, as many as the width holds, each above its label.
  static func lines(_ strip: PictureStrip, width: Int) -> [String] {
    var lines: [String] = []
    var rest = strip.pictures[...]
    while let first = rest.first {
      var line = [first]
      var used = Self.width(first)
      for picture in rest.dropFirst() where line.count < rest.count {
        guard used + gap.count + Self.width(picture) <= width else { break }
        used += gap.count + Self.width(picture)
        line.append(picture)
      }
      lines += (lines.isEmpty ? [] : [""]) + sideBySide(line)
      rest = rest.dropFirst(line.count)
    }
    return lines
  }

  private static let gap = "  "
  private static let greys = Array(" .:-=+*#%@")

  private static func width(_ picture: PictureStrip.Picture) -> Int {
    max(picture.columns, TextWidth.columns(picture.label))
  }

  private static func sideBySide(_ pictures: [PictureStrip.Picture]) -> [String] {
    let drawn = pictures.map(lines)
    let height = drawn.map(\.count).max() ?? 0
    let rows = (0..<height).map { row in drawn.map { $0.indices.contains(row) ? $0[row] : "" } }
    let isBlank = { (row: [String]) in row.allSatisfy { $0.allSatisfy { $0 == " " } } }
    let inked = Array(rows.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    let padded = (inked + [pictures.map(\.label)]).map { row in
      zip(row, pictures).map { text, picture in
        TextWidth.padded(text, to: width(picture))
      }.joined(separator: gap)
    }
    return padded.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private static func lines(_ picture: PictureStrip.Picture) -> [String] {
    stride(from: 0, to: picture.rows, by: 2).map { row in
      String(
        (0..<picture.columns).map { column in
          let upper = Int(picture.pixels[row * picture.columns + column])
          let isLast = row + 1 == picture.rows
          let lower = isLast ? upper : Int(picture.pixels[(row + 1) * picture.columns + column])
          return greys[(upper + lower) * (greys.count - 1) / 510]
        })
    }
  }
}

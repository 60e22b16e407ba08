import NotebookSyntax

/// The names of the rows of a drawing: to their left where all are short, and above them otherwise.
///
/// A name with characters that are no column wide, or two, stands above its row: few typefaces have them in just such widths, and none shifts the row then.
struct RowNames {
  /// Columns to the left of the rows.
  let margin: Int
  let areBeside: Bool
  private let names: [String]

  /// Names beside the rows where these and what stands above them take at most so many columns.
  init(_ names: [String], below label: String = "", atMost most: Int) {
    self.names = names.map(VisibleText.escaping)
    let texts = self.names + [VisibleText.escaping(label)]
    let isEven = texts.allSatisfy { $0.unicodeScalars.allSatisfy { TextWidth.columns($0) == 1 } }
    let widest = texts.map(\.unicodeScalars.count).max() ?? 0
    areBeside = isEven && widest <= most
    margin = areBeside ? widest + 1 : 2
  }

  /// What stands to the left of a row.
  func leading(_ row: Int) -> String {
    areBeside ? TextWidth.padded(names[row], to: margin - 1) + " " : blank
  }

  /// The same of a row that has no name.
  var blank: String { String(repeating: " ", count: margin) }

  /// The lines above a row: its name, with a text behind it or below.
  func above(_ row: Int, with text: String? = nil, width: Int) -> [String] {
    guard !areBeside else { return [] }
    var lines = TextWidth.pieces(names[row], columns: width)
    guard let text else { return lines }
    if let last = lines.last, TextWidth.columns(last) + 2 + text.count <= width {
      lines[lines.count - 1] = "\(last)  \(text)"
    } else {
      lines += TextWidth.pieces(text, columns: width)
    }
    return lines
  }
}

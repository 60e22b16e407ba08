/// A line of a drawing in characters, in pieces that each belong to a series or to none.
struct InkedLine {
  struct Piece {
    fileprivate(set) var text: String
    /// The series by its place in the chart.
    let ink: Int?
  }

  private(set) var pieces: [Piece] = []

  init(_ text: String = "") {
    append(text)
  }

  var text: String { pieces.map(\.text).joined() }

  /// Adds text; blanks belong to whatever stands before them.
  mutating func append(_ text: String, ink: Int? = nil) {
    guard !text.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].ink == ink || text.allSatisfy({ $0 == " " }) {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, ink: ink))
    }
  }

  /// The line without blanks at its end.
  var trimmed: InkedLine {
    var line = self
    while var last = line.pieces.popLast() {
      while last.text.last == " " { last.text.removeLast() }
      guard last.text.isEmpty else {
        line.pieces.append(last)
        break
      }
    }
    return line
  }
}

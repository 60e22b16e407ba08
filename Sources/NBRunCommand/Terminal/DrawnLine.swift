import NotebookSyntax

/// A line of a drawing as stretches of text, each with what it is.
struct DrawnLine {
  enum Look {
    case plain
    case error
    case warning
    case strong
    case faint
  }

  struct Stretch {
    let text: String
    let look: Look
  }

  var stretches: [Stretch]

  init(_ stretches: (text: String, look: Look)...) {
    self.stretches = stretches.map { Stretch(text: $0.text, look: $0.look) }
  }

  /// The same text in lines of at most so many columns, those after the first indented.
  func wrapped(to width: Int?, indent: Int) -> [DrawnLine] {
    guard let width, width > 2 * indent else { return [self] }
    var lines: [DrawnLine] = []
    var line = DrawnLine()
    var length = 0
    for stretch in stretches {
      for (index, word) in stretch.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        let (gap, columns) = (index > 0 ? 1 : 0, TextWidth.columns(word))
        if length > indent, length + gap + columns > width {
          lines.append(line)
          line = DrawnLine((String(repeating: " ", count: indent), .plain))
          length = indent
        } else if gap == 1 {
          line.stretches.append(Stretch(text: " ", look: .plain))
          length += 1
        }
        line.stretches.append(Stretch(text: String(word), look: stretch.look))
        length += columns
      }
    }
    return lines + [line]
  }
}

/// The lines of a file, split where CommonMark splits them: at LF, CR and CRLF.
package struct SourceLines: Sendable {
  private var lines: [String]

  package init(_ text: String) {
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" && afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    if !current.isEmpty { lines.append(String(current)) }
    self.lines = lines
  }

  package var count: Int { lines.count }

  /// The line by its number from 1; empty beyond the end.
  package subscript(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// Puts another text in the place of a line.
  mutating func replace(_ number: Int, by text: String) {
    lines[number - 1] = text
  }

  /// All lines joined by LF.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// The lines joined by LF, with those in `blanked` emptied so that the others keep their numbers.
  func text(blanking blanked: Range<Int>) -> String {
    lines.enumerated().map { blanked.contains($0.offset + 1) ? "" : $0.element }.joined(separator: "\n") + "\n"
  }

  /// The lines of a range joined by LF.
  package func text(_ range: Range<Int>) -> String {
    range.map { self[$0] }.joined(separator: "\n") + "\n"
  }
}

import NotebookSyntax

/// Text for a terminal: what stands in the program means itself, and what is put into it is escaped, here and nowhere else.
///
/// `"\(file): \(title)\n"` is therefore one line whatever the title holds.
struct ConsoleText: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// As it is written to the terminal.
  private(set) var text: String

  init(stringLiteral text: String) {
    self.text = text
  }

  init(stringInterpolation parts: StringInterpolation) {
    text = parts.text
  }

  /// Text of several lines, of which each is escaped.
  init(lines text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    self.text = lines.map { VisibleText.escaping(String($0)) }.joined(separator: "\n")
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ value: some Any) { text += VisibleText.escaping("\(value)") }

    mutating func appendInterpolation(_ text: ConsoleText) { self.text += text.text }
  }

  var isEmpty: Bool { text.isEmpty }
  /// Characters that a terminal shows, for text without colours.
  var width: Int { text.count }

  static func + (first: ConsoleText, second: ConsoleText) -> ConsoleText { "\(first)\(second)" }

  static func += (first: inout ConsoleText, second: ConsoleText) { first.text += second.text }
}

extension Sequence<ConsoleText> {
  func joined(separator: ConsoleText = "") -> ConsoleText {
    var joined: ConsoleText = ""
    for (index, text) in enumerated() {
      if index > 0 { joined += separator }
      joined += text
    }
    return joined
  }

  /// The texts as lines, each with its end.
  var asLines: ConsoleText { map { $0 + "\n" }.joined() }
}

/// A piece of a page as a value; it is escaped when it is written out, here and nowhere else.
package indirect enum HTMLNode: Sendable, Hashable {
  case text(String)
  case element(String, HTMLAttributes, [HTMLNode])
  /// An element without content and closing tag, such as `meta`.
  case void(String, HTMLAttributes)
  /// Markup that cmark made in its safe mode: the one case that is written as it is, but for control characters.
  case prose(String)

  /// The markup; elements that stand on their own begin a line, so that two pages can be compared line by line.
  package var markup: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text):
      output += Self.escape(text)
    case .prose(let markup):
      output += Self.withoutControls(markup)
    case .void(let name, let attributes):
      Self.beginLine(for: name, in: &output)
      output += "<\(name)\(Self.markup(of: attributes))>"
      Self.endLine(for: name, in: &output)
    case .element(let name, let attributes, let children):
      Self.beginLine(for: name, in: &output)
      output += "<\(name)\(Self.markup(of: attributes))>"
      for child in children { child.write(to: &output) }
      if !Self.endsByItself.contains(name) { output += "</\(name)>" }
      Self.endLine(for: name, in: &output)
    }
  }

  private static func markup(of attributes: HTMLAttributes) -> String {
    attributes.pairs.map { pair in
      pair.value.isEmpty ? " \(pair.name)" : " \(pair.name)=\"\(escape(pair.value, quotes: true))\""
    }.joined()
  }

  /// Text that means itself, between tags or, with its quotes escaped too, as the value of an attribute.
  private static func escape(_ text: String, quotes: Bool = false) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"" where quotes: output += "&quot;"
      default: output.unicodeScalars.append(shown(scalar))
      }
    }
    return output
  }

  /// Markup as the page has it.
  private static func withoutControls(_ markup: String) -> String {
    guard markup.unicodeScalars.contains(where: { shown($0) != $0 }) else { return markup }
    return String(String.UnicodeScalarView(markup.unicodeScalars.map(shown)))
  }

  /// A character as the page has it: none that controls a terminal or is not allowed in HTML.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\t", "\n", "\r": scalar
    case "\0"..<" ", "\u{7F}"..."\u{9F}": "\u{FFFD}"
    default: scalar
    }
  }

  private static func beginLine(for name: String, in output: inout String) {
    guard ownLine.contains(name), output.utf8.last != UInt8(ascii: "\n"), !output.isEmpty else { return }
    output += "\n"
  }

  private static func endLine(for name: String, in output: inout String) {
    guard ownLine.contains(name) else { return }
    output += "\n"
  }

  /// What the next one of its kind ends, or the end of what it stands in: HTML asks for no tag there, and a page has thousands.
  private static let endsByItself: Set<String> = ["dd", "dt", "td", "th", "tr"]

  private static let ownLine: Set<String> = [
    "aside", "body", "details", "div", "dl", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "html", "li", "main", "meta", "nav", "ol", "p", "pre", "section", "style", "table", "tbody",
    "tfoot", "thead", "title", "tr", "ul",
  ]
}

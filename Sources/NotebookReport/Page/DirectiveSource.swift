/// The options of a directive as written, with keys and comments set apart.
struct DirectiveSource: HTMLComponent {
  let source: String

  var body: [HTMLNode] {
    element("pre", ["class": "source"]) {
      element("code") {
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { "\n" }
          Self.nodes(of: line)
        }
      }
    }
  }

  private static func nodes(of line: Substring) -> [HTMLNode] {
    let content = line.drop { $0 == " " || $0 == "-" }
    if content.first == "#" { return [element("i") { String(line) }] }
    let name = content.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard !name.isEmpty, line[name.endIndex...].first == ":" else { return [.text(String(line))] }
    return [
      .text(String(line[..<name.startIndex])), element("b") { String(name) }, .text(String(line[name.endIndex...])),
    ]
  }
}

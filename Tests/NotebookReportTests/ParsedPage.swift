/// A page read back strictly: every element closed in its place, or ended by what HTML lets end it; every attribute quoted or bare.
struct ParsedPage {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// Names from the outermost element in.
    let ancestors: [String]
    /// What it contains without tags, entities resolved.
    var text = ""

    var identifier: String? { attributes["id"] }
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []
  private var open: [Int] = []

  init(_ html: String) {
    var rest = html[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst("<!DOCTYPE html>".count) }
    while let start = rest.firstIndex(of: "<") {
      add(text: rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        problems.append("a tag is not closed: \(rest[start...].prefix(40))")
        return
      }
      read(tag: rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    add(text: rest)
    problems += open.map { "<\(elements[$0].name)> is never closed" }
  }

  func named(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }
  func element(identifier: String) -> Element? { elements.first { $0.identifier == identifier } }

  /// The texts of all elements of a style class.
  func texts(styleClass: String) -> [String] {
    elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains { $0 == styleClass } }.map(\.text)
  }

  private static let voids: Set<String> = ["meta", "br", "hr", "img", "link", "input"]

  /// The elements that end without a tag of their own, each with those that end it; so does the end of what it stands in.
  private static let followers: [String: Set<String>] = [
    "dt": ["dd"], "dd": ["dt"], "td": ["td", "th", "tr"], "th": ["td", "th", "tr"], "tr": ["tr"],
  ]

  private mutating func end(_ index: Int) {
    open.removeLast()
    if elements[index].text.last == "\n" { elements[index].text.removeLast() }
  }

  private mutating func add(text: Substring) {
    let text = Self.resolved(text)
    for index in open { elements[index].text += text }
  }

  private mutating func read(tag: Substring) {
    if tag.first == "/" {
      let name = String(tag.dropFirst())
      while let last = open.last, elements[last].name != name, Self.followers[elements[last].name] != nil { end(last) }
      guard let last = open.popLast(), elements[last].name == name else {
        problems.append("</\(name)> closes nothing")
        return
      }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    while let last = open.last, Self.followers[elements[last].name]?.contains(name) == true { end(last) }
    let ancestors = open.map { elements[$0].name }
    elements.append(Element(name: name, attributes: attributes(tag.dropFirst(name.count)), ancestors: ancestors))
    if !Self.voids.contains(name) { open.append(elements.count - 1) }
  }

  private mutating func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != "=" && $0 != " " })
      guard !name.isEmpty else {
        problems.append("an attribute has no name: \(rest.prefix(40))")
        break
      }
      rest = rest.dropFirst(name.count)
      var value = Substring()
      if rest.hasPrefix("=\"") {
        value = rest.dropFirst(2).prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 3)
      }
      if attributes.updateValue(Self.resolved(value), forKey: name) != nil { problems.append("\(name) is given twice") }
      if let next = rest.first, next != " " { problems.append("no space after \(name)") }
      rest = rest.drop { $0 == " " }
    }
    return attributes
  }

  private static func resolved(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

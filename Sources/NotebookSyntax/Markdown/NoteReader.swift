/// Finds footnotes, which libcmark does not know: paragraphs `[^name]: text`, and `[^name]` where one is meant.
struct NoteReader {
  /// The names of the paragraphs that are notes.
  private(set) var names: [CommonMarkNode: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var lines: [String: Int] = [:]
  /// How often each is named.
  private var mentions: [String: Int] = [:]
  /// Notes of one word, which libcmark takes for the definition of a link: by name, where they lead.
  private var addresses: [(name: String, address: String)] = []

  /// Makes a paragraph of its own of each note at the top level of a tree.
  init(_ root: CommonMarkNode) {
    for node in root.children where node.kind == .paragraph && node.firstChild?.noteName(atStart: ":") != nil {
      divide(node)
    }
  }

  /// The line on which a note begins; nil for what is none.
  func lines(of node: CommonMarkNode) -> ClosedRange<Int>? {
    names[node].flatMap { lines[$0] }.map { $0...$0 }
  }

  private mutating func divide(_ paragraph: CommonMarkNode) {
    let start = paragraph.start.line
    var note: CommonMarkNode?
    for (index, row) in paragraph.children.split(whereSeparator: { $0.kind == .softBreak || $0.kind == .lineBreak })
      .enumerated()
    {
      if let first = row.first, let (name, length) = first.noteName(atStart: ":") {
        first.literal = String(first.literal.dropFirst(length).drop { $0 == " " })
        if lines[name] != nil {
          warn(
            at: start + index, "a footnote is written once, and '[^\(name)]' stands on line \(lines[name] ?? 0) as well"
          )
        }
        lines[name] = lines[name] ?? start + index
        note = .paragraph()
        if let note {
          paragraph.insertBefore(note)
          names[note] = name
        }
      } else if let note {
        CommonMarkNode.text(" ").map(note.append)
      }
      for node in row { note?.append(node) }
    }
    paragraph.remove()
  }

  /// Marks where a block names notes.
  mutating func markReferences(in block: CommonMarkNode, marker: inout ProseMarker) {
    // A link is replaced with the text in it, which is looked at no more.
    var gone: CommonMarkNode?
    for node in block.descendants where node != gone {
      switch node.kind {
      case .text where node.literal.contains("[^"): markReferences(of: node, marker: &marker)
      case .link:
        guard let text = node.firstChild, text.next == nil, text.kind == .text, text.literal.first == "^",
          let (name, _) = CommonMarkNode.noteName(in: "[\(text.literal)]", followedBy: "")
        else { continue }
        if mentions[name] == nil { addresses.append((name, node.address)) }
        gone = text
        node.replace(by: [mark(name, marker: &marker)])
      default: break
      }
    }
  }

  private mutating func markReferences(of node: CommonMarkNode, marker: inout ProseMarker) {
    var (parts, text, rest): ([CommonMarkNode?], String, Substring) = ([], "", node.literal[...])
    while let opening = rest.firstRange(of: "[^") {
      text += rest[..<opening.lowerBound]
      rest = rest[opening.lowerBound...]
      guard let (name, length) = CommonMarkNode.noteName(in: rest, followedBy: ""), lines[name] != nil else {
        text += "[^"
        rest = rest.dropFirst(2)
        continue
      }
      parts += [.text(text), mark(name, marker: &marker)]
      (text, rest) = ("", rest.dropFirst(length))
    }
    if !parts.isEmpty { node.replace(by: parts + [.text(text + rest)]) }
  }

  private mutating func mark(_ name: String, marker: inout ProseMarker) -> CommonMarkNode? {
    mentions[name, default: 0] += 1
    return .markup(marker.mark(.noteReference(name, mention: mentions[name] ?? 1)))
  }

  /// The notes that are an address alone.
  var addressBlocks: [CommonMarkTree.Block] {
    addresses.map { name, address in
      let note = address.contains("://") ? CommonMarkNode.root(of: "<\(address)>\n") : .text(address)
      defer { note?.free() }
      return CommonMarkTree.Block(kind: .note(name: name), lines: 1...1, pieces: [.html(note?.html ?? "")])
    }
  }

  /// Says of notes that nothing names.
  mutating func finish() {
    for (name, line) in lines.sorted(by: { $0.value < $1.value }) where mentions[name] == nil {
      warn(at: line, "a footnote is named in the text, and nothing names '[^\(name)]'")
    }
  }

  private mutating func warn(at line: Int, _ message: String) {
    diagnostics.append(Diagnostic(.note, at: SourcePosition(line: max(1, line)), message, severity: .warning))
  }
}

extension CommonMarkNode {
  /// The name of a note that a text begins with, and how long the mark is.
  fileprivate func noteName(atStart end: String) -> (name: String, length: Int)? {
    kind == .text ? Self.noteName(in: literal, followedBy: end) : nil
  }

  /// Reads `[^name]` at the beginning of a text.
  static func noteName(in text: some StringProtocol, followedBy end: String) -> (name: String, length: Int)? {
    guard text.hasPrefix("[^") else { return nil }
    let name = text.dropFirst(2).prefix(65).prefix { !$0.isWhitespace && !"[]^".contains($0) }
    guard (1...64).contains(name.count), text.dropFirst(2 + name.count).hasPrefix("]" + end) else { return nil }
    return (String(name), name.count + 3 + end.count)
  }
}

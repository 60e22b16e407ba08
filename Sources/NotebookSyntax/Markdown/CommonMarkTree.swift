/// The parsed tree of a whole Markdown text, owned.
///
/// Link definitions hold for a whole document, so every block is rendered from this one tree.
struct CommonMarkTree: ~Copyable {
  private let root: CommonMarkNode?
  private let lines: SourceLines
  private(set) var diagnostics: [Diagnostic] = []

  /// Parses the lines of a file but for those at its top.
  ///
  /// - Parameters:
  ///   - lines: The lines, from which columns are taken.
  ///   - top: The first line that counts.
  init(_ lines: SourceLines, from top: Int = 1) {
    self.lines = lines
    root = CommonMarkNode.root(of: lines.text(blanking: 1..<top))
  }

  deinit {
    root?.free()
  }

  /// The top-level blocks in order, with tables, notes and references in their prose; to be asked for once, for it changes the tree.
  mutating func blocks(marker: inout ProseMarker) -> [Block] {
    guard let root else { return [] }
    root.joinTexts()
    var notes = NoteReader(root)
    var tables = TableReader(lines: lines)
    var blocks: [Block] = []
    for node in root.children where node.kind != .codeBlock && notes.names[node] == nil { tables.readTables(in: node) }
    for node in root.children {
      let lines = tables.places[node] ?? notes.lines(of: node) ?? node.lines
      blocks.append(block(node, lines: lines, notes: &notes, marker: &marker))
    }
    notes.finish()
    diagnostics = tables.diagnostics + notes.diagnostics
    return blocks + notes.addressBlocks
  }

  private func block(
    _ node: CommonMarkNode, lines: ClosedRange<Int>, notes: inout NoteReader, marker: inout ProseMarker
  ) -> Block {
    switch node.kind {
    case .codeBlock: return Block(kind: .code(literal: node.literal), lines: lines, pieces: [.html(node.html)])
    case .htmlBlock:
      return Block(
        kind: .htmlBlock(literal: node.literal), lines: lines, pieces: [.html(node.html)],
        foreign: ForeignMarkup.found(in: node))
    default: break
    }
    marker.begin(lines: lines)
    notes.markReferences(in: node, marker: &marker)
    let foreign = ForeignMarkup.found(in: node)
    var found = Findings()
    found.walk(node, marker: &marker)
    return Block(
      kind: kind(of: node, note: notes.names[node], plainText: found.plainText), lines: lines,
      pieces: marker.pieces(of: node.html),
      nestedFences: found.fences, images: found.images, pageLinks: found.pageLinks, foreign: foreign)
  }

  private func kind(of node: CommonMarkNode, note: String?, plainText: String) -> Block.Kind {
    if let note { return .note(name: note) }
    guard node.kind == .heading else { return .other }
    return .heading(level: node.headingLevel, text: ProseMarker.withoutBlanksInReferences(plainText))
  }
}

extension CommonMarkTree {
  /// A top-level block with what the notebook needs of it.
  struct Block {
    enum Kind {
      /// A fenced or indented block.
      case code(literal: String)
      case htmlBlock(literal: String)
      case heading(level: Int, text: String)
      /// A footnote.
      case note(name: String)
      case other
    }

    let kind: Kind
    let lines: ClosedRange<Int>
    /// Rendered in cmark's safe mode.
    let pieces: [ProsePiece]
    /// Code blocks inside quotes and lists.
    var nestedFences: [NestedFence] = []
    /// The addresses of pictures.
    var images: [String] = []
    /// The links to places of the page, without their `#`.
    var pageLinks: [String] = []
    /// What other Markdowns take for markup.
    var foreign: [ForeignMarkup] = []
  }

  /// A code block inside a quote or list.
  struct NestedFence {
    let info: String
    let start: SourcePosition
  }

  /// What a walk through a block of prose gathers.
  private struct Findings {
    var plainText = ""
    var fences: [NestedFence] = []
    var images: [String] = []
    var pageLinks: [String] = []

    /// Marks references in the text of a block and gathers what is in it.
    mutating func walk(_ node: CommonMarkNode, marker: inout ProseMarker) {
      var citations: [CommonMarkNode] = []
      var texts: [CommonMarkNode] = []
      for current in node.descendants {
        switch current.kind {
        case .text, .code:
          plainText += current.literal
          texts.append(current)
        case .softBreak, .lineBreak: plainText += " "
        case .image: images.append(current.address)
        case .link:
          let address = current.address
          guard address.first == "#", address.count > 1 else { break }
          pageLinks.append(String(address.dropFirst()))
          if current.firstChild == nil { citations.append(current) }
        case .codeBlock:
          texts.append(current)
          fences.append(NestedFence(info: current.fenceInfo, start: current.start))
        default: break
        }
      }
      for text in texts { Self.mark(text, marker: &marker) }
      for link in citations {
        link.replace(by: [.markup(marker.mark(.crossReference(String(link.address.dropFirst()))))])
      }
    }

    /// Replaces the references of a text node by nodes that cmark writes out as they are.
    private static func mark(_ node: CommonMarkNode, marker: inout ProseMarker) {
      let isText = node.kind == .text
      let parts = marker.split(node.literal, replaces: isText)
      guard isText, parts.contains(where: \.isMark) else { return }
      node.replace(by: parts.map { $0.isMark ? .markup($0.text) : .text($0.text) })
    }
  }
}

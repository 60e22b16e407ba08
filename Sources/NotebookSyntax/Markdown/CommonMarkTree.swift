/// The parsed tree of a whole Markdown text, owned.
///
/// Link definitions hold for a whole document, so every block is rendered from this one tree.
struct CommonMarkTree: ~Copyable {
  private let root: CommonMarkNode?
  /// The lines as libcmark has read them, with marks in place of formulas.
  let lines: SourceLines
  private let formulas: FormulaMarks?
  private(set) var diagnostics: [Diagnostic] = []

  /// Parses the lines of a file but for those at its top.
  ///
  /// - Parameters:
  ///   - lines: The lines, from which columns are taken.
  ///   - top: The first line that counts.
  ///   - isEnglish: Whether its quotation marks become those of printed English.
  init(_ lines: SourceLines, from top: Int = 1, isEnglish: Bool) {
    let text = lines.text(blanking: 1..<top)
    let root = CommonMarkNode.root(of: text, isPrinted: isEnglish)
    let formulas = root.flatMap { text.hasTwoDollarSigns ? FormulaMarks(in: lines, root: $0) : nil }
    self.formulas = formulas
    self.lines = formulas?.lines ?? lines
    guard let formulas, !formulas.pieces.isEmpty else {
      self.root = root
      return
    }
    root?.free()
    self.root = CommonMarkNode.root(of: formulas.lines.text(blanking: 1..<top), isPrinted: isEnglish)
  }

  deinit {
    root?.free()
  }

  /// The top-level blocks in order, with tables, notes and references in their prose; to be asked for once, for it changes the tree.
  mutating func blocks(marker: inout ProseMarker) -> [Block] {
    guard let root else { return [] }
    root.joinTexts()
    formulas?.restore(in: root)
    var notes = NoteReader(root)
    var tables = TableReader(lines: lines)
    var blocks: [Block] = []
    for node in root.children where node.kind != .codeBlock && notes.names[node] == nil { tables.readTables(in: node) }
    for node in root.children {
      let lines = tables.places[node] ?? notes.lines(of: node) ?? node.lines
      blocks.append(block(node, lines: lines, notes: &notes, marker: &marker))
    }
    notes.finish()
    diagnostics = (formulas?.diagnostics ?? []) + tables.diagnostics + notes.diagnostics
    return blocks + notes.addressBlocks
  }

  private func block(
    _ node: CommonMarkNode, lines: ClosedRange<Int>, notes: inout NoteReader, marker: inout ProseMarker
  ) -> Block {
    switch node.kind {
    case .codeBlock:
      let listing = Listing(info: node.fenceInfo, text: node.literal)
      return Block(
        kind: .code(literal: node.literal), lines: lines, pieces: [listing.map { .listing($0) } ?? .html(node.html)])
    case .htmlBlock:
      return Block(
        kind: .htmlBlock(literal: node.literal), lines: lines, pieces: [.html(node.html)],
        foreign: ForeignMarkup.found(in: node))
    default: break
    }
    marker.begin(lines: lines)
    notes.markReferences(in: node, marker: &marker)
    let foreign = ForeignMarkup.found(in: node)
    var found = Findings(formulas: formulas)
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
    let formulas: FormulaMarks?
    var plainText = ""
    var fences: [NestedFence] = []
    var images: [String] = []
    var pageLinks: [String] = []

    init(formulas: FormulaMarks?) {
      self.formulas = formulas
    }

    /// Marks references and formulas in the text of a block and gathers what is in it.
    mutating func walk(_ node: CommonMarkNode, marker: inout ProseMarker) {
      var citations: [CommonMarkNode] = []
      var texts: [CommonMarkNode] = []
      for current in node.descendants {
        switch current.kind {
        case .text, .code:
          plainText += formulas?.plainText(current.literal) ?? current.literal
          texts.append(current)
        case .softBreak, .lineBreak: plainText += " "
        case .image: images.append(current.address)
        case .link:
          let address = current.address
          guard address.first == "#", address.count > 1 else { break }
          // As labels are, so that the bytes are those of the place.
          current.address = address.composed
          pageLinks.append(String(current.address.dropFirst()))
          if current.firstChild == nil { citations.append(current) }
        case .codeBlock:
          texts.append(current)
          fences.append(NestedFence(info: current.fenceInfo, start: current.start))
        default: break
        }
      }
      for text in texts { mark(text, marker: &marker) }
      for code in texts where code.kind == .codeBlock {
        guard let listing = Listing(info: code.fenceInfo, text: code.literal) else { continue }
        code.replace(by: [.block(from: marker.mark(.listing(listing)), to: "")])
      }
      for link in citations {
        link.replace(by: [.markup(marker.mark(.crossReference(String(link.address.dropFirst()))))])
      }
    }

    /// Replaces the references and formulas of a text node by nodes that cmark writes out as they are.
    private func mark(_ node: CommonMarkNode, marker: inout ProseMarker) {
      let literal = node.literal
      guard node.kind == .text else {
        _ = marker.split(literal, replaces: false)
        return
      }
      var nodes: [CommonMarkNode?] = []
      var isPlain = true
      for part in formulas.map({ _ in FormulaMarks.parts(of: literal) }) ?? [.text(literal)] {
        switch part {
        case .text(let text):
          let parts = marker.split(text, replaces: true)
          isPlain = isPlain && !parts.contains(where: \.isMark)
          nodes += parts.map { $0.isMark ? .markup($0.text) : .text($0.text) }
        case .mark(0):
          isPlain = false
          if let space = node.previous, space.kind == .softBreak { space.remove() }
        case .mark(let number):
          isPlain = false
          guard let piece = formulas?.piece(number) else { break }
          nodes.append(piece.formula.map { .markup(marker.mark(.formula($0))) } ?? .text(piece.source))
        }
      }
      if !isPlain { node.replace(by: nodes) }
    }
  }
}

extension String {
  /// Whether there can be a formula in it.
  fileprivate var hasTwoDollarSigns: Bool {
    guard let first = utf8.firstIndex(of: UInt8(ascii: "$")) else { return false }
    return utf8[utf8.index(after: first)...].contains(UInt8(ascii: "$"))
  }
}

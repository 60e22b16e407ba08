private import CCommonMark

/// The parsed tree of a whole Markdown text, owned: the one file that knows libcmark.
///
/// Link definitions hold for a whole document, so every block is rendered from this one tree.
struct CommonMarkTree: ~Copyable {
  private let root: OpaquePointer?

  init(_ text: String) {
    var text = text
    root = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }
  }

  deinit {
    cmark_node_free(root)
  }

  /// The top-level blocks in order, with the references in their prose marked.
  func blocks(marker: inout ProseMarker) -> [Block] {
    var blocks: [Block] = []
    var node = cmark_node_first_child(root)
    while let current = node {
      blocks.append(block(current, marker: &marker))
      node = cmark_node_next(current)
    }
    return blocks
  }

  /// A top-level block with what the notebook needs of it.
  struct Block {
    enum Kind {
      /// A fenced or indented block.
      case code(literal: String)
      case htmlBlock(literal: String)
      case heading(level: Int, text: String)
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
  }

  /// A code block inside a quote or list.
  struct NestedFence {
    let info: String
    let line: Int
    let column: Int
  }

  private func block(_ node: OpaquePointer, marker: inout ProseMarker) -> Block {
    let start = Int(cmark_node_get_start_line(node))
    let lines = start...max(start, Int(cmark_node_get_end_line(node)))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_CODE_BLOCK:
      return Block(kind: .code(literal: literal(node)), lines: lines, pieces: [.html(html(node))])
    case CMARK_NODE_HTML_BLOCK:
      return Block(
        kind: .htmlBlock(literal: literal(node)), lines: lines, pieces: [.html(html(node))])
    default:
      break
    }
    marker.begin(lines: lines)
    let found = walk(node, marker: &marker)
    let kind: Block.Kind =
      cmark_node_get_type(node) == CMARK_NODE_HEADING
      ? .heading(
        level: Int(cmark_node_get_heading_level(node)), text: ProseMarker.withoutBlanksInReferences(found.plainText))
      : .other
    return Block(
      kind: kind, lines: lines, pieces: marker.pieces(of: html(node)), nestedFences: found.fences, images: found.images,
      pageLinks: found.pageLinks)
  }

  /// What a walk through a block of prose gathers.
  private struct Findings {
    var plainText = ""
    var fences: [NestedFence] = []
    var images: [String] = []
    var pageLinks: [String] = []
  }

  /// Marks references in the text of a block and gathers what is in it.
  private func walk(_ node: OpaquePointer, marker: inout ProseMarker) -> Findings {
    var found = Findings()
    cmark_consolidate_text_nodes(node)
    let iterator = cmark_iter_new(node)
    defer { cmark_iter_free(iterator) }
    var texts: [OpaquePointer] = []
    var citations: [OpaquePointer] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(current) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        found.plainText += literal(current)
        texts.append(current)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        found.plainText += " "
      case CMARK_NODE_IMAGE:
        found.images.append(address(current))
      case CMARK_NODE_LINK:
        let address = address(current)
        guard address.first == "#", address.count > 1 else { break }
        found.pageLinks.append(String(address.dropFirst()))
        if cmark_node_first_child(current) == nil { citations.append(current) }
      case CMARK_NODE_CODE_BLOCK:
        texts.append(current)
        found.fences.append(
          NestedFence(
            info: cmark_node_get_fence_info(current).map { String(cString: $0) } ?? "",
            line: Int(cmark_node_get_start_line(current)), column: Int(cmark_node_get_start_column(current))))
      default:
        break
      }
    }
    for text in texts { mark(text, marker: &marker) }
    for link in citations {
      replace(link, by: [(CMARK_NODE_CUSTOM_INLINE, marker.mark(.crossReference(String(address(link).dropFirst()))))])
    }
    return found
  }

  /// Replaces the references of a text node by nodes that cmark writes out as they are.
  private func mark(_ node: OpaquePointer, marker: inout ProseMarker) {
    let isText = cmark_node_get_type(node) == CMARK_NODE_TEXT
    let parts = marker.split(literal(node), replaces: isText)
    guard isText, parts.contains(where: \.isMark) else { return }
    replace(node, by: parts.map { ($0.isMark ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_TEXT, $0.text) })
  }

  /// Puts text, and what cmark writes out as it is, into the place of a node.
  private func replace(_ node: OpaquePointer, by parts: [(type: cmark_node_type, text: String)]) {
    for (type, text) in parts {
      guard let new = cmark_node_new(type) else { continue }
      if type == CMARK_NODE_TEXT { cmark_node_set_literal(new, text) } else { cmark_node_set_on_enter(new, text) }
      cmark_node_insert_before(node, new)
    }
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  private func address(_ node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func html(_ node: OpaquePointer) -> String {
    guard let rendered = cmark_render_html(node, CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    return String(cString: rendered)
  }
}

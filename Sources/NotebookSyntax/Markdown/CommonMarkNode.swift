private import CCommonMark

/// A node of a tree that libcmark made, as long as that tree is: the one file that knows libcmark.
struct CommonMarkNode: Hashable {
  enum Kind {
    case text
    case code
    case softBreak
    case lineBreak
    case link
    case image
    case htmlInline
    case paragraph
    case heading
    case quote
    case item
    case codeBlock
    case htmlBlock
    case other
  }

  private let pointer: OpaquePointer

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// The root of the tree of a whole text, which whoever asks for it has to free.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isPrinted: Whether quotation marks, dashes and ellipses become those of printed English.
  /// - Returns: The node; nil where there is no memory for it.
  static func root(of text: String, isPrinted: Bool = false) -> CommonMarkNode? {
    var text = text
    let options = isPrinted ? CMARK_OPT_DEFAULT | CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    return CommonMarkNode(
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, options) }
      })
  }

  /// Frees the node with all that it holds.
  func free() { cmark_node_free(pointer) }
}

/// What a node is and holds.
extension CommonMarkNode {
  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    default: .other
    }
  }

  /// What stands in a node of text, code or HTML.
  var literal: String {
    get { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_literal(pointer, newValue) }
  }

  /// Where a link or picture leads.
  var address: String {
    get { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_url(pointer, newValue) }
  }

  /// What a link or picture says of itself.
  var title: String {
    get { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
    nonmutating set { cmark_node_set_title(pointer, newValue) }
  }

  var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// Of blocks; the column from 1.
  var start: SourcePosition {
    SourcePosition(line: Int(cmark_node_get_start_line(pointer)), column: Int(cmark_node_get_start_column(pointer)))
  }

  /// The lines of a block.
  var lines: ClosedRange<Int> { start.line...max(start.line, Int(cmark_node_get_end_line(pointer))) }

  /// Rendered in cmark's safe mode.
  var html: String {
    guard let rendered = cmark_render_html(pointer, CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    return String(cString: rendered)
  }
}

/// Where a node stands.
extension CommonMarkNode {
  var firstChild: CommonMarkNode? { CommonMarkNode(cmark_node_first_child(pointer)) }
  var next: CommonMarkNode? { CommonMarkNode(cmark_node_next(pointer)) }
  var previous: CommonMarkNode? { CommonMarkNode(cmark_node_previous(pointer)) }
  private var parent: CommonMarkNode? { CommonMarkNode(cmark_node_parent(pointer)) }

  /// How many quotations the node stands in.
  var quotations: Int {
    var count = 0
    var node = parent
    while let outer = node {
      count += outer.kind == .quote ? 1 : 0
      node = outer.parent
    }
    return count
  }

  var children: [CommonMarkNode] {
    var found: [CommonMarkNode] = []
    var child = firstChild
    while let node = child {
      found.append(node)
      child = node.next
    }
    return found
  }

  /// The node and all below it, each before what it holds.
  var descendants: [CommonMarkNode] {
    var found: [CommonMarkNode] = []
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return found }
      if event == CMARK_EVENT_ENTER, let node = CommonMarkNode(cmark_iter_get_node(iterator)) { found.append(node) }
    }
  }
}

/// Changes of the tree, which owns what is put into it.
extension CommonMarkNode {
  static func text(_ text: String) -> CommonMarkNode? {
    let node = CommonMarkNode(cmark_node_new(CMARK_NODE_TEXT))
    node?.literal = text
    return node
  }

  /// Inline markup that is written out as it is.
  static func markup(_ markup: String) -> CommonMarkNode? {
    let node = CommonMarkNode(cmark_node_new(CMARK_NODE_CUSTOM_INLINE))
    if let node { cmark_node_set_on_enter(node.pointer, markup) }
    return node
  }

  /// A block of anything between two pieces of markup.
  static func block(from start: String, to end: String) -> CommonMarkNode? {
    let node = CommonMarkNode(cmark_node_new(CMARK_NODE_CUSTOM_BLOCK))
    if let node {
      cmark_node_set_on_enter(node.pointer, start)
      cmark_node_set_on_exit(node.pointer, end)
    }
    return node
  }

  static func paragraph() -> CommonMarkNode? { CommonMarkNode(cmark_node_new(CMARK_NODE_PARAGRAPH)) }

  /// Makes one node of texts that stand side by side, here and below.
  func joinTexts() { cmark_consolidate_text_nodes(pointer) }

  /// Takes a node from where it stands to the end of what this one holds.
  func append(_ node: CommonMarkNode) { cmark_node_append_child(pointer, node.pointer) }

  /// Takes a node from where it stands to before this one.
  func insertBefore(_ node: CommonMarkNode) { cmark_node_insert_before(pointer, node.pointer) }

  /// Takes the node out of its tree, with all that it holds.
  func remove() {
    cmark_node_unlink(pointer)
    free()
  }

  /// Puts others into the place of the node.
  func replace(by nodes: [CommonMarkNode?]) {
    for node in nodes { node.map(insertBefore) }
    remove()
  }
}

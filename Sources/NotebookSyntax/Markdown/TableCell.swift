/// What stands between two bars of a table's row.
struct TableCell {
  /// A node as it is, or the part of a text that no bar divides.
  private enum Piece {
    case node(CommonMarkNode)
    case text(Substring)
  }

  private var pieces: [Piece] = []

  /// The cells of a row.
  ///
  /// - Parameters:
  ///   - row: What libcmark has made of a line.
  ///   - source: The line, which alone tells a bar that has a backslash before it, and so is text.
  /// - Returns: The cells without the blanks around them.
  static func cells(of row: ArraySlice<CommonMarkNode>, source: String) -> [TableCell] {
    var escapes = escapes(in: source, bars: row.reduce(0) { $0 + $1.bars })[...]
    var cells = [TableCell()]
    for node in row {
      guard node.kind == .text else {
        escapes = escapes.dropFirst(node.bars)
        cells[cells.count - 1].pieces.append(.node(node))
        continue
      }
      let text = node.literal
      var start = text.startIndex
      for place in text.indices where text[place] == "|" && escapes.popFirst() != true {
        cells[cells.count - 1].pieces.append(.text(text[start..<place]))
        cells.append(TableCell())
        start = text.index(after: place)
      }
      cells[cells.count - 1].pieces.append(.text(text[start...]))
    }
    if cells.count > 1, cells[0].isBlank { cells.removeFirst() }
    if cells.count > 1, cells[cells.count - 1].isBlank { cells.removeLast() }
    return cells.map(\.trimmed)
  }

  /// Whether each bar of a line has a backslash before it; none where the line is not the one that so many bars come from.
  private static func escapes(in source: String, bars: Int) -> [Bool] {
    var escapes: [Bool] = []
    var isEscaped = false
    for byte in source.utf8 {
      if byte == UInt8(ascii: "|") { escapes.append(isEscaped) }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return escapes.count == bars ? escapes : Array(repeating: false, count: bars)
  }

  private var isBlank: Bool {
    pieces.allSatisfy { if case .text(let text) = $0 { text.allSatisfy(\.isWhitespace) } else { false } }
  }

  private var trimmed: TableCell {
    var cell = self
    if case .text(let text)? = pieces.first { cell.pieces[0] = .text(text.drop(while: \.isWhitespace)) }
    if case .text(let text)? = cell.pieces.last {
      cell.pieces[pieces.count - 1] = .text(
        text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)])
    }
    return cell
  }

  /// Puts the contents at the end of a node.
  func move(to parent: CommonMarkNode) {
    for piece in pieces {
      switch piece {
      case .text(let text): if !text.isEmpty { CommonMarkNode.text(String(text)).map(parent.append) }
      case .node(let node):
        // In code a backslash stands for itself, but those who write tables put one before a bar there as well.
        for code in node.descendants where code.kind == .code {
          code.literal = code.literal.replacing("\\|", with: "|")
        }
        parent.append(node)
      }
    }
  }
}

extension CommonMarkNode {
  /// How many bars stand in the text and code of a node.
  fileprivate var bars: Int {
    descendants.reduce(0) { count, node in
      guard node.kind == .text || node.kind == .code else { return count }
      return count + node.literal.utf8.count { $0 == UInt8(ascii: "|") }
    }
  }
}

/// A line of prose that is the value of an option: emphasis, code, links and measured numbers, and nothing that is a block of its own.
package struct Caption: Sendable, Hashable {
  /// As written.
  package let text: String
  package let prose: ProseBlock

  /// Reads a caption.
  ///
  /// - Parameters:
  ///   - text: What the option says.
  ///   - position: Where it stands, which is the place of all that is wrong in it.
  ///   - isEnglish: Whether its quotation marks become those of printed English.
  /// - Returns: The caption and what is wrong with it.
  package static func read(
    _ text: String, at position: SourcePosition, isEnglish: Bool = true
  ) -> Diagnosed<Caption> {
    var lines = SourceLines(text)
    var diagnostics = ProseLimits.enforce(on: &lines)
    var tree = CommonMarkTree(lines, isEnglish: isEnglish)
    var marker = ProseMarker(lines: tree.lines)
    let blocks = tree.blocks(marker: &marker)
    guard blocks.count == 1, let block = blocks.first, let pieces = block.paragraphPieces else {
      let plain = CommonMarkNode.text(text)
      defer { plain?.free() }
      let prose = ProseBlock(
        kind: .other, pieces: [.html(plain?.html ?? "")], lines: position.line...position.line)
      return Diagnosed(Caption(text: text, prose: prose), diagnostics: diagnostics.map { $0.moved(to: position) })
    }
    let places = BlockPlaces(block: block, lines: lines)
    diagnostics += marker.diagnostics + tree.diagnostics + places.pictureProblems + places.foreignProblems
    let prose = ProseBlock(
      kind: .other, pieces: pieces.map { $0.moved(to: position) },
      links: block.pageLinks.map { PageLink(target: $0, position: position) }, lines: position.line...position.line)
    return Diagnosed(Caption(text: text, prose: prose), diagnostics: diagnostics.map { $0.moved(to: position) })
  }
}

extension CommonMarkTree.Block {
  /// What stands between the tags of a block that is a paragraph; nil for any other.
  fileprivate var paragraphPieces: [ProsePiece]? {
    guard case .other = kind, case .html(let first)? = pieces.first, first.hasPrefix("<p>"),
      case .html(let last)? = pieces.last, last.hasSuffix("</p>\n")
    else { return nil }
    var pieces = pieces
    pieces[0] = .html(String(first.dropFirst(3)))
    if case .html(let last)? = pieces.last { pieces[pieces.count - 1] = .html(String(last.dropLast(5))) }
    return pieces
  }
}

extension ProsePiece {
  fileprivate func moved(to position: SourcePosition) -> ProsePiece {
    guard case .reference(let reference) = self else { return self }
    return .reference(
      FieldReference(label: reference.label, field: reference.field, excerpt: reference.excerpt, position: position))
  }
}

extension Diagnostic {
  fileprivate func moved(to position: SourcePosition) -> Diagnostic {
    Diagnostic(
      identifier, at: position, message, expected: expected, suggestion: suggestion, severity: severity)
  }
}

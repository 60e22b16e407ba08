/// A paragraph, heading, list, plain fence … of the prose.
package struct ProseBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A heading with its text without markup.
    case heading(level: Int, text: String)
    case other
  }

  package let kind: Kind
  package let pieces: [ProsePiece]
  package let lines: ClosedRange<Int>

  package init(kind: Kind, pieces: [ProsePiece], lines: ClosedRange<Int>) {
    self.kind = kind
    self.pieces = pieces
    self.lines = lines
  }
}

/// A stretch of rendered prose, or a measured number to be put into it.
package enum ProsePiece: Sendable, Hashable {
  /// HTML from cmark in its safe mode: the one place where markup comes from outside the page's own tree.
  case html(String)
  /// `{{label.field}}`.
  case reference(FieldReference)
}

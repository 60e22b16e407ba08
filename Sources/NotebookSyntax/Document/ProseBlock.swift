/// A paragraph, heading, list, plain fence … of the prose.
package struct ProseBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A heading with its text without markup, references in it as `{{label.field}}`.
    case heading(level: Int, text: String)
    /// A plain fence with what follows its mark.
    case fence(info: String, at: SourcePosition)
    /// A footnote, shown at the end of the page.
    case note(name: String)
    case other
  }

  package let kind: Kind
  package let pieces: [ProsePiece]
  /// The links to places of the page.
  package let links: [PageLink]
  package let lines: ClosedRange<Int>

  package init(kind: Kind, pieces: [ProsePiece], links: [PageLink] = [], lines: ClosedRange<Int>) {
    self.kind = kind
    self.pieces = pieces
    self.links = links
    self.lines = lines
  }
}

/// A stretch of rendered prose, or a measured number to be put into it.
package enum ProsePiece: Sendable, Hashable {
  /// HTML from cmark in its safe mode: the one place where markup comes from outside the page's own tree.
  case html(String)
  /// `{{label.field}}`.
  case reference(FieldReference)
  /// `[](#place)`: a link that is called what stands there, without its `#`.
  case crossReference(String)
  /// `[^name]`: the mark of a footnote, and how often it has stood there, this time counted.
  case noteReference(String, mention: Int)
  /// `$…$` or `$$…$$`, as far as it is understood.
  case formula(Formula)
  /// A fence in a language that is known.
  case listing(Listing)

  package var isReference: Bool { if case .reference = self { true } else { false } }
}

/// A link to a place of the page itself.
package struct PageLink: Sendable, Hashable {
  /// What follows `#`.
  package let target: String
  package let position: SourcePosition

  package init(target: String, position: SourcePosition) {
    self.target = target
    self.position = position
  }
}

import NotebookSyntax

/// A fence in a language that is known, coloured; what is copied from it is what the notebook has.
struct ListingView {
  let listing: Listing

  var node: HTMLNode {
    element("pre", ["class": "listing", "tabindex": "0"]) {
      element("code", ["class": "language-\(listing.language)"]) {
        for token in listing.tokens { Self.node(of: token) }
      }
    }
  }

  private static func node(of token: Listing.Token) -> HTMLNode {
    switch token.kind {
    case .plain: .text(token.text)
    case .keyword: element("b") { token.text }
    case .string: element("span", ["class": "string"]) { token.text }
    case .comment: element("i") { token.text }
    case .number: element("span", ["class": "number"]) { token.text }
    }
  }
}

package import NotebookResults

/// The pages before and behind a page of a folder's notebooks, which has a page that names them all.
package struct PageNeighbours: Sendable, Hashable {
  /// Another page, as links to it say it.
  package struct Neighbour: Sendable, Hashable {
    let address: String
    let title: String
    let language: String

    /// - Parameters:
    ///   - header: What is known of its notebook.
    ///   - address: Where it lies from a page beside it.
    package init(_ header: RunHeader, address: String) {
      self.init(address: address, title: header.title, language: header.language)
    }

    fileprivate init(address: String, title: String, language: String) {
      (self.address, self.title, self.language) = (address, title, language)
    }
  }

  let index: String
  let previous: Neighbour?
  let next: Neighbour?

  /// - Parameters:
  ///   - index: Where the page lies that names them all.
  ///   - previous: The page before; nil for the first.
  ///   - next: The page behind; nil for the last.
  package init(index: String, previous: Neighbour?, next: Neighbour?) {
    (self.index, self.previous, self.next) = (index, previous, next)
  }
}

/// The links to a page's neighbours, below its text.
struct NeighboursView: HTMLComponent {
  let neighbours: PageNeighbours
  let header: RunHeader

  var body: [HTMLNode] {
    let phrases = Phrases.of(header.language)
    element(
      "nav", ["class": Self.styleClass, "lang": phrases.tag(on: header.language), "aria-label": phrases.notebooks]
    ) {
      if let previous = neighbours.previous { link(to: previous, rel: "prev", phrases.previous) }
      element("a", ["href": neighbours.index]) { phrases.allNotebooks }
      if let next = neighbours.next { link(to: next, rel: "next", phrases.next) }
    }
  }

  private static let styleClass = "way"

  private func link(to page: PageNeighbours.Neighbour, rel: String, _ word: String) -> HTMLNode {
    element("a", ["rel": rel, "href": page.address]) {
      element("small") { word }
      element("span", ["lang": page.language]) { page.title }
    }
  }
}

extension PageNeighbours {
  /// Reads them from a page, as ``NeighboursView`` writes them; nil where it has none.
  ///
  /// A link to elsewhere than a page beside it is not one of them.
  package init?(page: String) {
    guard let start = page.ranges(of: "<nav class=\"way\"").last, case let rest = page[start.upperBound...],
      let end = rest.firstRange(of: "</nav>"), case let links = rest[..<end.lowerBound],
      let index = links.firstMatch(of: #/<a href="([^"]*)">/#), Self.isBeside(index.1)
    else { return nil }
    func neighbour(_ rel: String) -> Neighbour? {
      guard let link = links.firstRange(of: "<a rel=\"\(rel)\" "), case let link = links[link.upperBound...],
        let parts = link.prefixMatch(of: #/href="([^"]*)"><small>[^<]*</small><span lang="([^"]*)">([^<]*)</span>/#),
        Self.isBeside(parts.1)
      else { return nil }
      return Neighbour(
        address: PageText.unescaping(parts.1), title: PageText.unescaping(parts.3),
        language: PageText.unescaping(parts.2))
    }
    self.init(index: PageText.unescaping(index.1), previous: neighbour("prev"), next: neighbour("next"))
  }

  /// Whether an address is that of a page in the same folder, with nothing behind it.
  private static func isBeside(_ address: Substring) -> Bool {
    address.hasPrefix("./") && address.hasSuffix(".html") && !address.dropFirst(2).contains { "/\\?#".contains($0) }
  }
}

/// What a page says it was made with, as far as the notebook does not say it: read from the page's footer, as ``AboutFooter`` writes it.
package struct PageSettings: Sendable, Hashable {
  /// A parameter that the command line gave another value.
  package struct Override: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// The version of the program that made it.
  package let version: String
  package let seed: UInt64
  package let overrides: [Override]

  /// Reads them; nil where the text is no page of a run.
  package init?(page: String) {
    guard let start = page.ranges(of: "<footer id=\"\(Anchor.about)\"").last,
      case let footer = page[start.upperBound...],
      let made = footer.firstMatch(of: #/<p>Made by nbrun (\S+) from <code>.*?</code> with seed (\d+)\. /#),
      let seed = UInt64(made.2)
    else { return nil }
    version = String(made.1)
    self.seed = seed
    let row =
      #/<tr><th scope="row"><code>(.*?)</code><td class="text">(.*?)<td class="text">the command line, instead of /#
    overrides = footer.matches(of: row).map {
      Override(name: PageText.unescaping($0.1), value: PageText.unescaping($0.2))
    }
  }
}

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

  /// Reads them, in whichever language the page speaks; nil where the text is no page of a run.
  package init?(page: String) {
    guard let start = page.ranges(of: "<footer id=\"\(Anchor.about)\"").last,
      let read = Phrases.all.lazy.compactMap({ Self.read(page[start.upperBound...], in: $0.about) }).first
    else { return nil }
    self = read
  }

  private init(version: String, seed: UInt64, overrides: [Override]) {
    (self.version, self.seed, self.overrides) = (version, seed, overrides)
  }

  private static func read(_ footer: Substring, in words: Phrases.About) -> PageSettings? {
    guard let made = footer.firstRange(of: "<p>\(words.madeBy) nbrun "), case let rest = footer[made.upperBound...],
      let from = rest.firstRange(of: "\(words.from)<code>"), case let version = rest[..<from.lowerBound],
      !version.isEmpty, !version.contains(where: \.isWhitespace),
      let name = rest[from.upperBound...].firstRange(of: "</code>\(words.withSeed)"),
      case let digits = rest[name.upperBound...].prefix(while: \.isNumber), let seed = UInt64(digits),
      rest[digits.endIndex...].hasPrefix(words.promise)
    else { return nil }
    // No text of a page has a "<" in it, so that no match reads further than the row.
    let row = #/<tr><th scope="row"><code>([^<]*)</code><td class="text">([^<]*)<td class="text">/#
    let overrides = footer.matches(of: row).compactMap { match -> Override? in
      guard footer[match.range.upperBound...].hasPrefix("\(words.commandLine) ") else { return nil }
      return Override(name: PageText.unescaping(match.1), value: PageText.unescaping(match.2))
    }
    return PageSettings(version: String(version), seed: seed, overrides: overrides)
  }
}

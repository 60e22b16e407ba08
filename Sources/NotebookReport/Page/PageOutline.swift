import NotebookResults
import NotebookSyntax

/// The headings of the prose as they stand on the page below its title.
struct PageOutline {
  struct Heading {
    let level: Int
    let anchor: String
    let text: String
  }

  private var byAnchor: [String: Heading] = [:]
  /// By the index of their section.
  private var headings: [Int: Heading] = [:]
  /// The section whose heading says what the page's title says.
  private let titleSection: Int?

  /// Levels stay as written, or all go down by one when the prose has headings as high as the title.
  init(_ report: RunReport) {
    let sections = report.header.sections.enumerated()
    let written = sections.compactMap { index, section -> (index: Int, level: Int, text: String)? in
      guard case .prose(let block) = section, case .heading(let level, let text) = block.kind else { return nil }
      return (index, level, Self.filled(text, of: block, from: report))
    }
    let title = written.first { $0.level == 1 }
      .flatMap { Typography.typed($0.text) == Typography.typed(report.header.title) ? $0.index : nil }
    let shown = written.filter { $0.index != title }
    let shift = shown.contains { $0.level == 1 } ? 1 : 0
    var anchors = HeadingAnchors(labels: report.header.cells.map(\.label))
    for heading in shown {
      let shown = Heading(
        level: min(6, heading.level + shift), anchor: anchors.take(heading.text), text: heading.text)
      headings[heading.index] = shown
      byAnchor[shown.anchor] = shown
    }
    titleSection = title
  }

  /// All headings in the order of the page.
  var entries: [Heading] { headings.sorted { $0.key < $1.key }.map(\.value) }

  func heading(section index: Int) -> Heading? { headings[index] }
  func heading(anchor: String) -> Heading? { byAnchor[anchor] }
  func repeatsTitle(section index: Int) -> Bool { index == titleSection }

  /// The text of a heading with the numbers that it names.
  private static func filled(_ text: String, of block: ProseBlock, from report: RunReport) -> String {
    var filled = ""
    var rest = text[...]
    for case .reference(let reference) in block.pieces {
      guard let place = rest.firstRange(of: "{{\(reference.text)}}") else { continue }
      filled +=
        rest[..<place.lowerBound] + MeasuredNumber(reference, in: report, Phrases.of(report.header.language)).text
      rest = rest[place.upperBound...]
    }
    return filled + rest
  }
}

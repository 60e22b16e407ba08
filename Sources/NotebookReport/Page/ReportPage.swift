package import NotebookResults

/// The page of a run: one file without scripts that asks for nothing from outside.
package enum ReportPage {
  /// The whole page; equal reports give the same bytes among the same neighbours.
  package static func html(for report: RunReport, among neighbours: PageNeighbours? = nil) -> String {
    html(for: report, among: neighbours, dressing: .none)
  }

  static func html(for report: RunReport, among neighbours: PageNeighbours? = nil, dressing: PageDressing) -> String {
    "<!DOCTYPE html>\n" + page(report, neighbours, dressing).markup
  }

  /// A page that has nothing of a run.
  static func html(title: String, dressing: PageDressing) -> String {
    let page = element("html", ["lang": "en", "data-version": dressing.version]) {
      head(title: title, dressing) {}
      element("body") {
        element("main", ["id": Anchor.main]) { element("h1") { title } }
        dressing.foot
      }
    }
    return "<!DOCTYPE html>\n" + page.markup
  }

  private static func page(_ report: RunReport, _ neighbours: PageNeighbours?, _ dressing: PageDressing) -> HTMLNode {
    let phrases = Phrases.of(report.header.language)
    return element("html", ["lang": report.header.language, "data-version": dressing.version]) {
      head(title: report.header.title, dressing) {
        HTMLNode.void("meta", ["name": "generator", "content": "nbrun \(report.header.version)"])
        credits(report.header.authorship)
        for file in report.files { claim(file) }
      }
      element("body") {
        element("a", ["class": "skip", "href": "#\(Anchor.main)"]) { phrases.skip }
        element("main", ["id": Anchor.main]) {
          PageTitle(report: report)
          Banner(report: report)
          content(report, isRunning: dressing.isRunning)
        }
        if let neighbours { NeighboursView(neighbours: neighbours, header: report.header) }
        AboutFooter(report: report)
        dressing.foot
      }
    }
  }

  /// What a page says in its head of a file that its cells put beside it.
  package static func claim(on file: ResultFile) -> String { claim(file).markup }

  private static func claim(_ file: ResultFile) -> HTMLNode {
    .void("meta", ["name": "nbrun-file", "content": file.name])
  }

  @HTMLBuilder private static func credits(_ authorship: RunHeader.Authorship) -> [HTMLNode] {
    for (name, content) in [("author", authorship.author), ("description", authorship.description)] {
      if let content { HTMLNode.void("meta", ["name": name, "content": content]) }
    }
  }

  static func head(
    title: String, _ dressing: PageDressing, @HTMLBuilder about: () -> [HTMLNode]
  ) -> HTMLNode {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\(dressing.policy)"
    return element("head") {
      HTMLNode.void("meta", ["charset": "utf-8"])
      HTMLNode.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
      HTMLNode.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      HTMLNode.void("meta", ["name": "color-scheme", "content": "light dark"])
      about()
      element("title") { title }
      element("style") { styleSheet }
      dressing.head
    }
  }

  @HTMLBuilder private static func content(_ report: RunReport, isRunning: Bool) -> [HTMLNode] {
    let text = ProseText(report)
    let stoppedCell = report.stoppedCell
    ContentsView(headings: text.outline.entries, title: text.phrases.contents)
    if !report.header.cells.isEmpty {
      element("p", ["class": "switch", "lang": text.furnitureTag]) {
        Switch(anchor: Anchor.sources, label: text.phrases.hideSources)
      }
    }
    for (index, section) in report.header.sections.enumerated() where !text.outline.repeatsTitle(section: index) {
      switch section {
      case .prose(let block):
        if !block.isNote { ProseView(block: block, heading: text.outline.heading(section: index), text: text) }
      case .cell(let cell):
        CellView(cell: cell, report: report, text: text, stoppedCell: stoppedCell, isRunning: isRunning)
      }
    }
    NotesView(text: text)
  }

  /// Holds no character that text has to escape, so it is text like any other.
  private static let styleSheet = [PackageResources.page_css, PackageResources.charts_css].map {
    String(decoding: $0, as: UTF8.self)
  }.joined()
}

extension RunReport {
  /// What the cells that ran have put beside the page.
  fileprivate var files: [ResultFile] {
    cells.flatMap { cell -> [ResultFile] in if case .finished(let result) = cell { result.files } else { [] } }
  }
}

import NotebookReport
import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

/// What holds for every page, whatever happened in the run.
@Suite struct PageSafetyTests {
  private static let runs = [
    Named("finished", SampleRun.finished), Named("failed", SampleRun.failed), Named("missed", SampleRun.missed),
    Named("interrupted", SampleRun.interrupted), Named("fallback", SampleRun.fallback),
    Named("started", SampleRun.started), Named("hostile", HostileRun.report),
  ]

  @Test(arguments: runs) func isWellFormed(run: Named<RunReport>) {
    let page = ParsedPage(ReportPage.html(for: run.value))
    #expect(page.problems == [])
    #expect(page.named("html").map { $0.attributes["lang"] } == [run.value.header.language])
    #expect(page.named("title", "h1", "main").filter { !$0.ancestors.contains("svg") }.count == 3)
  }

  @Test(arguments: runs) func asksForNothingFromOutsideAndRunsNothing(run: Named<RunReport>) {
    let page = ParsedPage(ReportPage.html(for: run.value))
    let forbidden = ["script", "link", "iframe", "object", "embed", "img", "base", "form", "use", "image"]
    #expect(page.elements.filter { forbidden.contains($0.name) }.map(\.name) == [])
    let names = Set(page.elements.flatMap(\.attributes.keys))
    let loading = ["src", "srcset", "style", "xmlns", "xlink:href", "action", "data", "poster", "background"]
    #expect(names.filter { loading.contains($0) || $0.hasPrefix("on") } == [])
    #expect(page.elements.filter { $0.attributes["href"] != nil && $0.name != "a" }.map(\.name) == [])
    let styles = page.named("style").map(\.text).joined()
    #expect(!styles.contains(">") && !styles.contains("<") && !styles.contains("&"), "what is escaped is no style")
    #expect(styles.contains("body") && !styles.contains("url(") && !styles.contains("@import"))
  }

  @Test(arguments: runs) func forbidsEverythingButItsOwnStylesByPolicy(run: Named<RunReport>) {
    let page = ParsedPage(ReportPage.html(for: run.value))
    let policy = page.named("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    let directives = policy?.attributes["content"]?.split(separator: "; ")
    #expect(directives?.prefix(3) == ["default-src 'none'", "style-src 'unsafe-inline'", "img-src data:"])
  }

  @Test(arguments: runs) func skipsNoLevelOfHeadings(run: Named<RunReport>) {
    let levels = ParsedPage(ReportPage.html(for: run.value)).named("h1", "h2", "h3", "h4", "h5", "h6")
      .compactMap { $0.name.last?.wholeNumberValue }
    #expect(levels.first == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next >= 2 && next <= level + 1) }
  }

  @Test(arguments: runs) func leadsEveryLinkWithinThePageToOnePlace(run: Named<RunReport>) {
    let page = ParsedPage(ReportPage.html(for: run.value))
    let identifiers = page.elements.compactMap(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
    let targets = page.named("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(targets.count > 1)
    #expect(targets.filter { !identifiers.contains(String($0.dropFirst())) } == [])
    #expect(page.named("a").allSatisfy { !$0.ancestors.contains("a") })
  }

  @Test(arguments: runs) func namesTablesAndTheirHeadings(run: Named<RunReport>) {
    let page = ParsedPage(ReportPage.html(for: run.value))
    let named = page.named("table").count { $0.attributes["aria-label"] != nil }
    #expect(page.named("table").count == page.named("caption").count + named)
    #expect(page.named("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) && !$0.text.isEmpty })
    let pictures = page.elements.filter { $0.name == "svg" || $0.attributes["role"] == "img" }
      .filter { $0.attributes["aria-hidden"] != "true" }
    #expect(pictures.allSatisfy { $0.attributes["role"] == "img" && $0.attributes["aria-label"]?.isEmpty == false })
  }

  /// What was recorded by a process with another seed of its hashes.
  @Test(arguments: [
    Named("interrupted", SampleRun.interrupted), Named("started", SampleRun.started),
    Named("hostile", HostileRun.report),
  ]) func hasTheSameBytesForTheSameReportInEveryProcess(run: Named<RunReport>) throws {
    let page = ReportPage.html(for: run.value)
    #expect(page == ReportPage.html(for: run.value))
    let body = try #require(page.firstRange(of: "<body>"))
    try expectSnapshot(String(page[body.lowerBound...]), named: "\(run.name).html")
  }

  @Test func showsHostileTextAsText() {
    let page = ParsedPage(ReportPage.html(for: HostileRun.report))
    #expect(page.named("h1").map(\.text) == [HostileRun.text])
    #expect(page.named("caption").map(\.text).contains("Table 1 \(HostileRun.text)"))
    #expect(page.named("td").map(\.text).contains(HostileRun.text))
    #expect(page.named("figcaption").map(\.text) == ["Figure 1 \(HostileRun.text)", "Figure 2 \(HostileRun.text)"])
    let pictures = page.named("svg").filter { $0.attributes["role"] == "img" }
    #expect(pictures.map { $0.attributes["aria-label"] } == ["picture: \(HostileRun.text)"])
    #expect(page.texts(styleClass: "caption") == [HostileRun.text])
    #expect(page.texts(styleClass: "place").allSatisfy { $0.hasPrefix(HostileRun.text) })
  }
}

/// A run in which every text tries to break out of the page.
private enum HostileRun {
  static let text = "</title></pre>\"'><script src=https://evil.example/>alert(1)</script><img onerror=x>&amp;"

  static let report = SampleRun.report(
    of: [
      .cellFinished(
        0,
        CellResult(
          outputs: [
            .table(Table(caption: text, columns: [text, text], rows: [[.text(text), .text(text)]])),
            .chart(
              Chart(
                title: text, xLabel: text, yLabel: text,
                series: [ChartSeries(name: text, points: [SeriesPoint(x: 1, y: 1)])])),
            .pictures(
              PictureStrip(
                caption: text, pictures: [PictureStrip.Picture(rows: 1, columns: 1, pixels: [255], label: text)])),
            .comparison(
              Comparison(
                caption: text,
                rows: [
                  Comparison.Row(
                    subject: text, reported: .written(text, 1), measured: .written(text, 2), accepted: nil,
                    verdict: .notComparable(because: text))
                ])),
            .note(text),
          ],
          fields: [Field(text, .real(1))],
          expectations: [
            ExpectationResult(text: text, measured: .real(1), outcome: .failed, position: SourcePosition(line: 1)),
            ExpectationResult(
              text: text, measured: .real(1), outcome: .notChecked(because: text), position: SourcePosition(line: 1)),
          ],
          notices: [text], provenance: [Provenance(name: text, digest: text)])),
      .cellFailed(1, CellFailure(text, suggestion: text)),
    ],
    header: RunHeader(
      title: text, language: text,
      authorship: RunHeader.Authorship(author: text, date: text, description: text),
      article: RunHeader.Article(title: text, author: text, date: text),
      notebookName: text, notebookDigest: text, seed: 1,
      parameters: [RunHeader.ParameterSetting(name: text, value: text, replacedDefault: text)],
      sections: [
        SampleRun.cell(0, "load", "first", text, line: 1, caption: text),
        SampleRun.cell(1, "build", "second", "\(text)\n# \(text)\nkey: \(text)", line: 2),
      ], version: text))
}

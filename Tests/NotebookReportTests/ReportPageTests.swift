import NotebookReport
import NotebookResults
import NotebookSyntax
import TestSupport
import Testing

@Suite struct ReportPageTests {
  @Test(arguments: [
    Named("finished", SampleRun.finished), Named("failed", SampleRun.failed), Named("missed", SampleRun.missed),
    Named("fallback", SampleRun.fallback),
  ])
  func looksAsRecorded(run: Named<RunReport>) throws {
    let html = ReportPage.html(for: run.value)
    let body = try #require(html.firstRange(of: "<body>"))
    try expectSnapshot(String(html[body.lowerBound...]), named: "\(run.name).html")
  }

  @Test func saysTheTitleOnceAndListsTheOtherHeadings() {
    let page = ParsedPage(ReportPage.html(for: SampleRun.finished))
    #expect(page.named("h1").map(\.text) == ["Reading digits row by row"])
    #expect(page.named("h2").map(\.text) == ["The data", "The network", "Training & testing", "About this page"])
    let contents = page.named("a").filter { $0.ancestors.contains("nav") }
    #expect(contents.map(\.text) == ["The data", "The network", "Training & testing"])
    #expect(contents.map { $0.attributes["href"] } == ["#the-data", "#the-network", "#training-testing"])
  }

  @Test func lowersAllHeadingsWhenSomeAreAsHighAsTheTitle() {
    let page = page(of: [
      SampleRun.heading(1, "First"), SampleRun.heading(2, "Below"), SampleRun.heading(1, "Second"),
      SampleRun.prose("<blockquote>\n<h1>Quoted</h1>\n</blockquote>\n"),
    ])
    #expect(page.named("h1").map(\.text) == ["Title"])
    #expect(page.named("h2").map(\.text) == ["First", "Second", "Quoted", "About this page"])
    #expect(page.named("h3").map(\.text) == ["Below"])
  }

  @Test func givesHeadingsAnchorsOfTheirOwn() {
    let page = page(of: [
      SampleRun.heading(2, "fit"), SampleRun.heading(2, "Fit!"), SampleRun.heading(2, "…"),
      SampleRun.heading(2, "Größe"),
      SampleRun.cell(0, "train", "fit", "steps: 1", line: 1),
    ])
    #expect(page.named("h2").compactMap(\.identifier) == ["fit-2", "fit-3", "section", "größe"])
    #expect(page.element(identifier: "fit")?.name == "section")
  }

  /// Whoever makes a header may have left cells out.
  @Test(arguments: [[0, 2, 5], [7, 7, 7], [-1, 1, .max], [2, 1, 0]])
  func showsCellsByTheirOrderHoweverTheyAreNumbered(_ numbers: [Int]) {
    let labels = ["a", "b", "c"]
    let header = header(of: zip(numbers, labels).map { SampleRun.cell($0, "load", $1, "dataset: digits", line: 1) })
    #expect(header.cells.map(\.index) == [0, 1, 2])
    #expect((0..<3).map { header.cell($0)?.label } == labels)
    var report = RunReport(header: header)
    report.record(.cellFailed(2, CellFailure("the third failed", kind: .failed)))
    let page = ParsedPage(ReportPage.html(for: report))
    #expect(labels.map { page.element(identifier: $0)?.text.contains("the third failed") } == [false, false, true])
  }

  @Test func hasNoContentsForASingleHeading() {
    #expect(page(of: [SampleRun.heading(2, "Only")]).named("nav").isEmpty)
  }

  @Test func putsMeasuredNumbersIntoProseAndHeadings() throws {
    let reference = FieldReference(label: "test", field: "accuracy", position: SourcePosition(line: 1))
    let heading = ProseBlock(
      kind: .heading(level: 2, text: "It reads {{test.accuracy}}"),
      pieces: [.html("<h2>It <em>reads</em> "), .reference(reference), .html("</h2>\n")], lines: 1...1)
    let cell = SampleRun.cell(0, "evaluate", "test", "on: mnist.test", line: 2)
    let header = header(of: [.prose(heading), SampleRun.heading(2, "Then"), cell])
    let measured = ParsedPage(
      ReportPage.html(for: SampleRun.report(of: [.cellFinished(0, SampleRun.test)], header: header)))
    #expect(measured.named("h2").first?.text == "It reads 0.9758")
    #expect(measured.named("a").first { $0.ancestors.contains("nav") }?.text == "It reads 0.9758")
    #expect(measured.texts(styleClass: "measured") == ["0.9758"])
    #expect(measured.texts(styleClass: "missing") == [])
    let missing = ParsedPage(ReportPage.html(for: RunReport(header: header)))
    #expect(missing.texts(styleClass: "missing") == ["(not measured)"])
  }

  @Test func linksANumberToItsCellUnlessItStandsInALink() {
    let numbers = ParsedPage(ReportPage.html(for: SampleRun.finished)).elements.filter {
      $0.attributes["class"] == "measured"
    }
    #expect(numbers.map(\.text) == ["782", "0.9758", "10,000"])
    #expect(numbers.map { $0.attributes["href"] } == ["#page.about", "#test", nil])
  }

  @Test func numbersFiguresAndTablesInTheOrderOfThePage() {
    let page = ParsedPage(ReportPage.html(for: SampleRun.finished))
    let numbers = page.named("b").filter { $0.attributes["class"] == nil && $0.ancestors.contains("main") }.map(\.text)
      .filter { $0.contains(" ") }
    #expect(numbers == ["Table 1", "Figure 1", "Table 2", "Figure 2", "Table 3", "Table 4"])
    #expect(page.element(identifier: "mnist.output-2")?.name == "figure")
  }

  @Test func callsALinkWithoutTextWhatItLeadsTo() {
    let targets = ["fit", "mnist.output-2", "the-data", "test.output-9"]
    let pieces = targets.map { ProsePiece.crossReference($0) }
    let block = ProseBlock(kind: .other, pieces: [.html("<p>")] + pieces + [.html("</p>\n")], lines: 1...1)
    let header = header(of: SampleRun.sections + [.prose(block)])
    let result = SampleRun.finished.cells.enumerated().compactMap { index, state -> RunEvent? in
      if case .finished(let result) = state { .cellFinished(index, result) } else { nil }
    }
    let page = ParsedPage(ReportPage.html(for: SampleRun.report(of: result, header: header)))
    let links = page.named("a").filter { targets.contains(String(($0.attributes["href"] ?? "").dropFirst())) }
    #expect(links.suffix(4).map(\.text) == ["Figure 2", "Figure 1", "The data", "test.output-9"])
  }

  @Test func saysAtTheTopWhoWroteItAndWhetherItsNumbersAreAsExpected() {
    func facts(_ run: RunReport) -> [String] {
      ParsedPage(ReportPage.html(for: run)).named("li").filter { $0.ancestors.contains("header") }.map(\.text)
    }
    let settings = "seed 1, steps = 782, rate = 1e-3"
    #expect(facts(SampleRun.finished) == ["✓ 3 of 3 comparisons hold", "✓ 1 of 1 expectations held", settings])
    #expect(facts(SampleRun.missed) == ["✗ 0 of 1 comparisons hold", "✗ 0 of 1 expectations held", settings])
    #expect(facts(SampleRun.fallback) == [settings], "what was not compared counts as neither")
    let header = RunHeader(
      title: "Title", language: "en",
      authorship: RunHeader.Authorship(author: "Ada", date: "1843", description: "Notes."), article: nil,
      notebookName: "x.md", notebookDigest: "00", seed: 1, parameters: [], sections: [], version: "1.0")
    let page = ParsedPage(ReportPage.html(for: RunReport(header: header)))
    #expect(page.texts(styleClass: "lead") == ["Notes."])
    #expect(page.texts(styleClass: "byline") == ["Ada, 1843"])
    let metas = page.named("meta").filter { ["author", "description"].contains($0.attributes["name"]) }
    #expect(metas.map { $0.attributes["content"] } == ["Ada", "Notes."])
  }

  @Test func speaksTheLanguageOfTheNotebookAndMarksWhatItDoesNot() throws {
    func page(_ language: String) -> ParsedPage {
      let header = RunHeader(
        title: "T", language: language, article: nil, notebookName: "x.md", notebookDigest: "00", seed: 1,
        parameters: [],
        sections: [
          SampleRun.heading(2, "一"), SampleRun.heading(2, "二"), SampleRun.cell(0, "load", "mnist", "", line: 1),
        ], version: "1.0")
      return ParsedPage(
        ReportPage.html(for: SampleRun.report(of: [.cellFinished(0, SampleRun.load)], header: header)))
    }
    let chinese = page("zh-Hans")
    #expect(chinese.named("label").map(\.text) == ["目录", "隐藏各单元的源码"])
    #expect(chinese.named("b").map(\.text).filter { $0.contains("1") } == ["表 1", "图 1"])
    #expect(chinese.named("footer").map { $0.attributes["lang"] } == [nil])
    #expect(chinese.named("footer").first?.text.contains("关于本页") == true)
    #expect(chinese.named("div").compactMap { $0.attributes["lang"] } == ["en"], "what a cell says")
    #expect(chinese.named("ul").compactMap { $0.attributes["lang"] }.isEmpty, "what is translated")
    let german = page("de")
    #expect(german.named("label").map(\.text).first == "Contents")
    #expect(german.named("nav", "ul").compactMap { $0.attributes["lang"] } == ["en"])
    #expect(page("en-GB").elements.compactMap { $0.attributes["lang"] } == ["en-GB"])
  }

  @Test func saysInChineseWhatFailedAndInWhichLanguageThat() throws {
    let header = SampleRun.header
    let translated = RunHeader(
      title: "题", language: "zh", article: nil, notebookName: header.notebookName, notebookDigest: "00", seed: 1,
      parameters: [], sections: header.sections, version: "1.0")
    let failure = CellFailure("the loss is not a number", suggestion: "try another")
    let page = ParsedPage(ReportPage.html(for: SampleRun.report(of: [.cellFailed(0, failure)], header: translated)))
    #expect(page.named("aside").first?.text.contains("✗ 有单元失败，其余未运行") == true)
    #expect(page.element(identifier: "mnist")?.text.contains("✗ 失败，位于 rows.md:8：the loss") == true)
    #expect(page.element(identifier: "net")?.text.contains("– 未运行，因为 mnist 没有完成。") == true)
    let english = page.elements.filter { $0.attributes["lang"] == "en" }.map(\.text)
    #expect(english.contains("the loss is not a number") && english.contains("try another"))
  }

  @Test(arguments: [(SourceForm.open, true), (.folded, false)])
  func opensTheSourcesThatAreToBeOpen(_ sources: SourceForm, _ areOpen: Bool) {
    let header = SampleRun.header(charts: .text, sources: sources)
    let page = ParsedPage(ReportPage.html(for: SampleRun.report(of: [], header: header)))
    let details = page.named("details").filter { $0.attributes["class"] == "directive" }
    #expect(details.count == header.cells.count)
    #expect(details.allSatisfy { ($0.attributes["open"] != nil) == areOpen })
  }

  @Test func leadsFromANoteBackToWhereItIsNamedFirst() throws {
    let prose = NotebookParser.parse("A[^a] b[^b] c[^a].\n\n[^a]: One.\n[^b]: https://b.c/\n[^c]: x y\n", file: "x.md")
      .value.blocks
    let page = page(of: prose.compactMap { if case .prose(let prose) = $0 { .prose(prose) } else { nil } })
    let notes = page.named("li").filter { $0.ancestors.contains("ol") }
    #expect(
      notes.map { $0.text.replacing("\n", with: "") } == ["One. ↩", "https://b.c/ ↩", "x y"],
      "the last is named nowhere")
    let back = page.named("a").filter { $0.text == "↩" }
    #expect(
      back.map { $0.attributes["aria-label"] } == ["Back to the text from note 1", "Back to the text from note 2"])
    let marks = page.named("sup").map(\.identifier)
    #expect(marks == ["page.mention-1", "page.mention-2", nil])
    #expect(back.map { $0.attributes["href"] } == ["#page.mention-1", "#page.mention-2"])
  }

  @Test func hidesSourcesAndContentsByBoxesThatTheStyleSheetReads() {
    let page = ParsedPage(ReportPage.html(for: SampleRun.finished))
    #expect(page.named("input").map { $0.attributes["id"] } == ["page.contents", "page.sources"])
    #expect(page.named("label").map { $0.attributes["for"] } == ["page.contents", "page.sources"])
    let styles = page.named("style").map(\.text).joined()
    #expect(styles.contains("#page\\.sources:checked"))
  }

  @Test func showsAFailureWithItsPlaceAndWhatWasNotRun() throws {
    let page = ParsedPage(ReportPage.html(for: SampleRun.failed))
    let banner = try #require(page.named("aside").first)
    #expect(banner.text.contains("✗ A cell failed") && banner.text.contains("the loss is not a number after step 41"))
    #expect(page.named("a").contains { $0.ancestors.contains("aside") && $0.attributes["href"] == "#fit" })
    let failed = try #require(page.element(identifier: "fit"))
    #expect(failed.text.contains("Failed at rows.md:24") && failed.text.contains("try a smaller learning rate"))
    for label in ["test", "article"] {
      #expect(page.element(identifier: label)?.text.contains("Not run, because fit did not finish") == true)
    }
  }

  @Test func tellsAnInterruptionFromAFailure() {
    let page = ParsedPage(ReportPage.html(for: SampleRun.interrupted))
    #expect(page.named("aside").first?.text.contains("The run was interrupted") == true)
    #expect(page.element(identifier: "net")?.text.contains("✗ Interrupted at rows.md:14") == true)
  }

  @Test func showsWhatATrainingHadMeasuredWhenItStopped() throws {
    for (isInterruption, words) in [(true, "✗ Interrupted: stopped"), (false, "– Paused: stopped")] {
      let page = ParsedPage(ReportPage.html(for: SampleRun.paused(isInterruption: isInterruption)))
      let cell = try #require(page.element(identifier: "fit"))
      #expect(cell.text.contains("\(words) after 300 of 782 steps."))
      #expect(cell.text.contains("Accuracy while training"))
      #expect(page.named("aside").contains { $0.text.contains("The run was interrupted") } == isInterruption)
      #expect(page.element(identifier: "test")?.text.contains("because fit did not finish") == isInterruption)
      #expect(page.texts(styleClass: "box").contains { $0.contains("Not all cells have been run") } == !isInterruption)
    }
  }

  @Test func linksFromTheTopToWhatDidNotHold() throws {
    let page = ParsedPage(ReportPage.html(for: SampleRun.missed))
    let links = page.named("a").filter { $0.ancestors.contains("aside") }.compactMap { $0.attributes["href"] }
    #expect(links == ["#test.expect-1", "#article.output-1"])
    let expectation = try #require(page.element(identifier: "test.expect-1"))
    #expect(expectation.text == "✗ failed test.accuracy >= 0.945: measured 0.9012 (rows.md:42)")
    #expect(page.element(identifier: "article.output-1")?.text.contains("✗ differs") == true)
  }

  @Test func announcesWhatStandsInForTheRealData() {
    let page = ParsedPage(ReportPage.html(for: SampleRun.fallback))
    #expect(page.named("aside").first?.text.contains(SampleRun.notice) == true)
    #expect(page.element(identifier: "mnist")?.text.contains(SampleRun.notice) == true)
    #expect(page.element(identifier: "test")?.text.contains("– not checked") == true)
    #expect(page.texts(styleClass: "verdict") == ["– not comparable because the digits are generated"])
  }

  @Test func saysNothingAtTheTopWhenAllIsWell() {
    #expect(ParsedPage(ReportPage.html(for: SampleRun.finished)).texts(styleClass: "box") == [])
  }

  @Test func saysWhenARunIsNotAtItsEnd() {
    let page = ParsedPage(ReportPage.html(for: SampleRun.started))
    #expect(page.texts(styleClass: "box").first == "– Not all cells have been run yet.")
  }

  @Test func saysWhatItWasMadeFrom() throws {
    let footer = try #require(ParsedPage(ReportPage.html(for: SampleRun.finished)).named("footer").first)
    let digest = String(repeating: "c2", count: 32)
    for fact in ["nbrun 1.0", "rows.md", "seed 1", "instead of 1500", "mnist.train", digest] {
      #expect(footer.text.contains(fact))
    }
  }

  private func header(of sections: [RunHeader.Section]) -> RunHeader {
    RunHeader(
      title: "Title", language: "en", article: nil, notebookName: "x.md", notebookDigest: "00", seed: 1, parameters: [],
      sections: sections, version: "1.0")
  }

  private func page(of sections: [RunHeader.Section]) -> ParsedPage {
    ParsedPage(ReportPage.html(for: RunReport(header: header(of: sections))))
  }
}

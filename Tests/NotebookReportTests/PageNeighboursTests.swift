import NotebookReport
import NotebookResults
import Testing

@Suite struct PageNeighboursTests {
  private func header(_ title: String, language: String = "en") -> RunHeader {
    RunHeader(
      title: title, language: language, article: nil, notebookName: "a.md", notebookDigest: "", seed: 1, parameters: [],
      sections: [], version: "1")
  }

  @Test(arguments: ["en", "zh", "de"]) func areReadFromThePageThatLinksToThem(_ language: String) {
    let first = PageNeighbours.Neighbour(header("<&\"</span></nav>", language: "zh"), address: "./a%20&b.html")
    let last = PageNeighbours.Neighbour(header("Two", language: language), address: "./\"c.html")
    let report = RunReport(header: header("Title", language: language))
    for (previous, next) in [(first, last), (nil, first), (last, nil), (nil, nil)] {
      let neighbours = PageNeighbours(index: "./index.html", previous: previous, next: next)
      let page = ReportPage.html(for: report, among: neighbours)
      #expect(PageNeighbours(page: page) == neighbours)
      #expect(page != ReportPage.html(for: report))
    }
    #expect(PageNeighbours(page: ReportPage.html(for: report)) == nil)
  }

  @Test(arguments: [
    "", "<nav class=\"way\"", "<nav class=\"way\"></nav>", "<nav class=\"way\"><a rel=\"prev\" href=\"",
  ])
  func areNotReadFromOtherTexts(text: String) {
    #expect(PageNeighbours(page: text) == nil)
  }
}

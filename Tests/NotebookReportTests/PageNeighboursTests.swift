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

  /// Whoever has a page verified is not told that a link out of its folder is the notebook's.
  @Test(arguments: [
    "javascript:alert(1).html", "https://a.b/c.html", "./../c.html", "./..\\c.html", "//a/c.html", "./c.txt",
    "./c.html?d.html", "./c.html#d.html",
  ])
  func areInTheSameFolder(_ address: String) {
    let elsewhere = PageNeighbours.Neighbour(header("Two"), address: address)
    func read(_ neighbours: PageNeighbours) -> PageNeighbours? {
      PageNeighbours(page: ReportPage.html(for: RunReport(header: header("Title")), among: neighbours))
    }
    let none = PageNeighbours(index: "./index.html", previous: nil, next: nil)
    #expect(read(PageNeighbours(index: "./index.html", previous: elsewhere, next: elsewhere)) == none)
    #expect(read(PageNeighbours(index: address, previous: nil, next: nil)) == nil)
  }

  @Test(arguments: [
    "", "<nav class=\"way\"", "<nav class=\"way\"></nav>", "<nav class=\"way\"><a rel=\"prev\" href=\"",
  ])
  func areNotReadFromOtherTexts(text: String) {
    #expect(PageNeighbours(page: text) == nil)
  }
}

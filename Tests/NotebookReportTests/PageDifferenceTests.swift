import NotebookReport
import Testing

@Suite struct PageDifferenceTests {
  private let page = """
    <h1>Title</h1>
    <section class="cell" id="fit" aria-label="train cell fit">
    <p>a &lt; b</p>
    </section>
    <p>end</p>

    """

  private func difference(_ text: String, _ other: String) -> PageDifference? {
    PageDifference(page: page.replacing(text, with: other), expected: page)
  }

  @Test func isNoneOfTheSameBytes() {
    #expect(difference("Title", "Title") == nil)
    // Characters that Swift takes for the same are other bytes.
    #expect(PageDifference(page: "e\u{301}", expected: "\u{E9}") != nil)
  }

  @Test func saysLineCellAndWords() {
    let inCell = difference("&lt;", "&gt;")
    #expect(inCell?.line == 3)
    #expect(inCell?.cell == "fit")
    #expect(inCell?.found == "a > b")
    #expect(inCell?.expected == "a < b")
    #expect(difference("id=\"fit\" aria", "id=\"fit\" aria-other")?.cell == "fit")
    #expect(difference("Title", "title")?.cell == nil)
    #expect(difference("end", "End")?.cell == nil)
  }

  @Test func showsMarkupWhereTheWordsAreTheSame() {
    #expect(difference("<p>end", "<p >end")?.found == "<p >end</p>")
  }

  @Test func knowsTheEnd() {
    let short = PageDifference(page: "a", expected: "a\nb")
    #expect(short == nil ? false : short?.found == nil)
    #expect(short?.expected == "b")
    #expect(short?.line == 2)
    #expect(PageDifference(page: "a\nb", expected: "a")?.expected == nil)
  }

  @Test func showsALittleOfALongLineWhereItDiffers() {
    let long = String(repeating: "x", count: 1000)
    let difference = PageDifference(page: "\(long)a\(long)", expected: "\(long)b\(long)")
    #expect(difference?.found?.hasPrefix("…\(String(repeating: "x", count: 20))a") == true)
    #expect(difference?.expected?.hasPrefix("…\(String(repeating: "x", count: 20))b") == true)
    #expect(difference?.found?.count == 162)
  }
}

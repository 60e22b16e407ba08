import NotebookReport
import Testing

@Suite struct HTMLNodeTests {
  @Test func escapesTextBetweenTags() {
    #expect(HTMLNode.text("a < b & c > \"d\"").markup == "a &lt; b &amp; c &gt; \"d\"")
  }

  @Test func escapesTheValuesOfAttributes() {
    let node = HTMLNode.element("span", ["title": "\"><script>&"], [])
    #expect(node.markup == "<span title=\"&quot;&gt;&lt;script&gt;&amp;\"></span>")
  }

  @Test func replacesControlCharacters() {
    #expect(HTMLNode.text("a\0b\u{1B}c\u{85}d\te\nf").markup == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf")
  }

  @Test func replacesControlCharactersOfProseToo() {
    #expect(
      HTMLNode.prose("<p>a\u{1B}[2J\u{85}\u{9B}\u{7F}\u{0}é🙂\t\n</p>").markup
        == "<p>a\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}é🙂\t\n</p>")
  }

  @Test func leavesOutAttributesWithoutValueAndWritesEmptyOnesBare() {
    #expect(HTMLNode.element("b", ["id": nil, "open": "", "class": "x"], []).markup == "<b open class=\"x\"></b>")
  }

  @Test func writesTheMarkupOfProseAsItIs() {
    #expect(HTMLNode.element("i", [:], [.prose("<em>x</em>"), .text("<em>")]).markup == "<i><em>x</em>&lt;em&gt;</i>")
  }

  @Test func beginsALineForElementsThatStandOnTheirOwn() {
    let list = HTMLNode.element("ul", [:], [.element("li", [:], [.text("a")]), .element("li", [:], [])])
    #expect(list.markup == "<ul>\n<li>a</li>\n<li></li>\n</ul>\n")
  }

  @Test func closesNoVoidElement() {
    #expect(HTMLNode.void("meta", ["charset": "utf-8"]).markup == "<meta charset=\"utf-8\">\n")
  }
}

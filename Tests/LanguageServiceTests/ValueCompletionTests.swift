import LanguageService
import NotebookDirectives
import Testing

@Suite("Values that are offered")
struct ValueCompletionTests {
  @Test(
    "An option offers the words that it takes",
    arguments: [
      ("```{load}\ndataset: 1️⃣\n```\n", "mnist"), ("```{load}\ndataset:1️⃣\n```\n", "mnist"),
      ("```{load}\ndataset: mn1️⃣\n```\n", "mnist"), ("```{load}\ndataset: digits\ntime_steps: 1️⃣\n```\n", "pixels"),
      ("```{train}\noptimizer: 1️⃣\n```\n", "adam"), ("```{train}\noptimizer: {1️⃣\n```\n", "adam"),
      ("```{train}\noptimizer:\n  1️⃣\n```\n", "adam"), ("---\ncharts: 1️⃣\n---\n", "svg"),
      ("```{build}\nlayers: [{dense: {units: 3, initial: 1️⃣}}]\n```\n", "glorot_uniform"),
      ("```{build}\nlayers: [{dense: {units: 3, initial: {normal: {1️⃣\n```\n", "stddev"),
      ("```{train}\nschedule: {1️⃣}\n```\n", "cosine"),
      ("```{train}\nreport: {1️⃣}\n```\n", "batch_accuracy"), ("```{compare}\nrows:\n  - 1️⃣\n```\n", "measured"),
    ])
  func words(text: String, word: String) {
    let typed = TypedNotebook(text)
    #expect(typed.offered.contains(word), "\(typed.offered)")
  }

  @Test("A value of a certain form is offered as its form is explained, beside the words that may stand in its place")
  func examplesOfAForm() {
    let typed = TypedNotebook("```{train}\nreport: {batch_loss: 1️⃣}\n```\n")
    #expect(typed.offered == ["every 20 steps", "every epoch", "at the end"])
  }

  @Test("A value right behind its colon gets the blank that makes it one")
  func blankBehindColon() {
    #expect(TypedNotebook("```{load}\ndataset:1️⃣\n```\n").text(after: "mnist") == "```{load}\ndataset: mnist\n```\n")
    #expect(TypedNotebook("```{load}\ndataset: m1️⃣\n```\n").text(after: "mnist") == "```{load}\ndataset: mnist\n```\n")
  }

  @Test("An option that names a cell offers those above that make such a thing, and no other")
  func labels() {
    func offered(_ body: String) -> [String] {
      TypedNotebook(SmallNotebook.text + "```\(body)\n```\n```{load}\nlabel: later\ndataset: digits\n```\n").offered
    }
    #expect(offered("{train}\ndata: 1️⃣") == ["digits"])
    #expect(offered("{train}\nmodel: 1️⃣") == ["net", "fit"])
    #expect(offered("{build}\nlike: n1️⃣") == ["net", "fit"])
    #expect(offered("{evaluate}\non: 1️⃣") == ["digits.train", "digits.test"])
    #expect(offered("{evaluate}\nmodel: [1️⃣]") == ["net", "fit"])
  }

  @Test("A cell that is wrong is offered all the same, as what it was meant to make")
  func labelOfWrongCell() {
    let text = "```{load}\nlabel: mine\ndataset: nothing\n```\n```{train}\ndata: 1️⃣\n```\n"
    #expect(TypedNotebook(text).offered == ["mine"])
  }

  @Test(
    "What the cells above measure is offered where it can be named",
    arguments: [
      "```{compare}\nrows: [{subject: x, measured: test.1️⃣}]\n```\n", "```{evaluate}\nexpect: test.1️⃣\n```\n",
      "```{evaluate}\nexpect: [test.loss < 1, test.1️⃣ > 0.5]\n```\n", "It reads {{test.1️⃣}} of them.\n",
      "It reads {{ te1️⃣", "```{load}\ncaption: It reads {{te1️⃣\n```\n", "```{sweep}\ncollect: [test.1️⃣]\n```\n",
    ])
  func measurements(text: String) {
    let typed = TypedNotebook(SmallNotebook.text + text)
    #expect(typed.offered.contains("test.accuracy"), "\(typed.offered)")
  }

  @Test("A chart offers series, and no number")
  func series() {
    let typed = TypedNotebook(SmallNotebook.text + "```{chart}\nseries: [1️⃣]\n```\n")
    #expect(
      typed.completions?.items.filter { $0.kind == .measurement }.map(\.name) == [
        "fit.batch_accuracy", "fit.batch_loss",
      ])
  }

  @Test("Within an expectation the name at the cursor is replaced, and nothing of the rest")
  func expectation() {
    let typed = TypedNotebook(SmallNotebook.text + "```{evaluate}\nexpect: test.loss < test.acc1️⃣\n```\n")
    #expect(
      typed.text(after: "test.accuracy")
        == SmallNotebook.text + "```{evaluate}\nexpect: test.loss < test.accuracy\n```\n")
  }

  @Test("A number in the text is closed where nobody has, and is one of any cell")
  func reference() {
    let open = TypedNotebook("It reads {{te1️⃣ of them.\n\n" + SmallNotebook.text.dropFirst(0))
    #expect(open.text(after: "test.accuracy")?.hasPrefix("It reads {{test.accuracy}} of them.") == true)
    let closed = TypedNotebook(SmallNotebook.text + "It has {{params.1️⃣}}.\n")
    #expect(closed.text(after: "params.rate") == SmallNotebook.text + "It has {{params.rate}}.\n")
  }

  @Test("A dollar sign offers the parameters, in brackets too")
  func parameters() {
    for body in ["steps: $1️⃣", "steps: $st1️⃣", "optimizer: {adam: {learning_rate: $1️⃣"] {
      let typed = TypedNotebook(SmallNotebook.text + "```{train}\n\(body)\n```\n")
      #expect(typed.offered == ["$rate", "$units"])
    }
  }

  @Test("A test of stopping offers what is measured in its cell")
  func reported() {
    let text = "```{train}\nsteps: 5\nreport: {test_loss: every epoch}\nstop: {on: 1️⃣}\n```\n"
    #expect(TypedNotebook(text).offered == ["test_loss"])
  }

  @Test("A link offers the cells as its target")
  func links() {
    #expect(TypedNotebook(SmallNotebook.text + "[there](#1️⃣)\n").offered == ["digits", "net", "fit", "test"])
  }

  @Test("Of too many names those are offered that begin as what is written")
  func many() throws {
    let cells = (1...300).map { "```{evaluate}\nlabel: e\($0)\n```\n" }.joined()
    let found = try #require(TypedNotebook(SmallNotebook.text + cells + "{{e29" + "1️⃣" + "}}\n").completions)
    #expect(found.isCut)
    #expect(found.items.allSatisfy { $0.name.hasPrefix("e29") })
    #expect(found.items.contains { $0.name == "e299.accuracy" })
  }
}

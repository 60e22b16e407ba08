import LanguageService
import NotebookSyntax
import Testing

@Suite("What is said about a word")
struct HoverTests {
  @Test(
    "A word of the language says what it is",
    arguments: [
      ("```{tr1️⃣ain}\n```\n", "**{train}**: "), ("```{train}\nst1️⃣eps: 10\n```\n", "**steps** (of `train`): "),
      ("```{train}\nsteps: 1️⃣10\n```\n", "**steps** (of `train`): "),
      ("```{build}\nlayers: [{ls1️⃣tm: {units: 8}}]\n```\n", "**lstm** (layer): "),
      ("```{build}\nlayers:\n  - ls1️⃣tm:\n      units: 8\n```\n", "**lstm** (layer): "),
      ("```{build}\nlayers: [{lstm: {un1️⃣its: 8}}]\n```\n", "**units** (of `lstm`): "),
      ("```{train}\noptimizer: ad1️⃣am\n```\n", "**adam** (optimizer): "),
      ("---\nti1️⃣tle: x\n---\n", "**title** (of `front-matter`): "),
    ])
  func language(text: String, beginning: String) throws {
    let hover = try #require(TypedNotebook(text).hover)
    #expect(hover.hasPrefix(beginning), "\(hover)")
  }

  @Test("An option says what it takes, and its default")
  func option() throws {
    let hover = try #require(TypedNotebook("```{train}\nba1️⃣tch: 10\n```\n").hover)
    #expect(hover.contains("A whole number"))
    #expect(hover.contains("Otherwise: "))
  }

  @Test("A label says which cell makes it")
  func label() {
    let typed = TypedNotebook(SmallNotebook.text + "```{train}\nmodel: n1️⃣et\n```\n")
    let layers = "2 layers with 1274 parameters: `lstm` 8, `dense` 10."
    #expect(typed.hover == "**net**: {build} on line 8\n\(layers)")
    #expect(TypedNotebook(SmallNotebook.text.replacing("{build}", with: "{b1️⃣uild}")).hover?.hasSuffix(layers) == true)
  }

  @Test("A label says the caption of its cell")
  func caption() {
    let typed = TypedNotebook("```{load}\nlabel: mi1️⃣ne\ncaption: A few *digits*\ndataset: digits\n```\n")
    #expect(typed.hover == "**mine**: {load} on line 1\nA few *digits*")
  }

  @Test("A measured number says what was measured last, where that is known")
  func measured() throws {
    let typed = TypedNotebook(SmallNotebook.text + "It reads {{test.acc1️⃣uracy}} of them.\n")
    #expect(typed.hover == "**test.accuracy**: {evaluate} on line 17")
    var asked: FieldReference?
    let measured = LastMeasured(
      number: { reference in
        asked = reference
        return "0.9531"
      }, numbers: { _ in [] })
    let hover = typed.open.hover(at: typed.cursor, measured: measured)
    #expect(hover?.paragraphs.last == "Last measured: 0.9531")
    #expect(asked?.text == "test.accuracy")
  }

  @Test(
    "A cell says the numbers that it left last, by its directive and by its label", arguments: ["{tr1️⃣ain}", "f1️⃣it"])
  func numbers(cursor: String) throws {
    let word = cursor.replacing("1️⃣", with: "")
    let typed = TypedNotebook(SmallNotebook.text.replacing(word, with: cursor))
    let measured = LastMeasured(
      number: { _ in nil }, numbers: { label in (1...20).map { (name: "\(label)\($0)", text: "0.\($0)") } })
    let said = try #require(typed.open.hover(at: typed.cursor, measured: measured)?.paragraphs.last)
    #expect(said.hasPrefix("Last measured: `fit1` 0.1, `fit2` 0.2, "))
    #expect(said.hasSuffix("`fit12` 0.12 and 8 more"))
    #expect(typed.hover?.contains("Last measured") == false)
  }

  @Test("A parameter says its value")
  func parameter() {
    let typed = TypedNotebook(SmallNotebook.text + "```{train}\nsteps: $un1️⃣its\n```\n")
    #expect(typed.hover == "**units**: a parameter of the front matter\n`8`")
  }

  @Test("Of other words nothing is said", arguments: ["Te1️⃣xt", "```{load}\nnothing: x1️⃣\n```\n", "```{no1️⃣ne}\n```\n"])
  func nothing(text: String) {
    #expect(TypedNotebook(text).hover == nil)
  }
}

import LanguageService
import NotebookDirectives
import Testing

@Suite("Keys that are offered")
struct KeyCompletionTests {
  @Test("A fence offers every directive, and closes its brace where nobody has")
  func directives() {
    let typed = TypedNotebook("```{tr1️⃣\n```\n")
    #expect(typed.offered == DirectiveRegistry.keywords)
    #expect(typed.text(after: "train") == "```{train}\n```\n")
    #expect(TypedNotebook("```{tr1️⃣}\n```\n").text(after: "train") == "```{train}\n```\n")
  }

  @Test("A body offers the keys that it does not have, above the cursor and below it")
  func keysNotGiven() {
    let typed = TypedNotebook("```{train}\nsteps: 10\n1️⃣\nbatch: 32\n```\n")
    #expect(typed.offered.contains("optimizer"))
    #expect(!typed.offered.contains("steps") && !typed.offered.contains("batch"))
    #expect(typed.text(after: "optimizer") == "```{train}\nsteps: 10\noptimizer: \nbatch: 32\n```\n")
  }

  @Test(
    "A fence that nobody has closed yet has a body all the same",
    arguments: [
      "```{train}\n1️⃣", "```{train}\nepochs: 3\n1️⃣", "```{train}\n1️⃣\n\nText.\n```{evaluate}\n```\n",
      "```{load}\n```\n```{train}\nst1️⃣",
    ])
  func unclosedFence(text: String) {
    #expect(TypedNotebook(text).offered.contains("steps"))
  }

  @Test("A key that is there already is offered in its own place, and gets no second colon")
  func keyInItsPlace() {
    let typed = TypedNotebook("```{train}\nste1️⃣ps: 10\n```\n")
    #expect(typed.text(after: "steps") == "```{train}\nsteps: 10\n```\n")
  }

  @Test("A key says what it takes, what it is and what holds without it")
  func documentation() throws {
    let key = try #require(TypedNotebook("```{train}\nba1️⃣\n```\n").completion("batch"))
    #expect(key.detail?.contains("whole number") == true)
    #expect(key.summary?.contains("Otherwise") == true)
  }

  @Test("Keys that have to be there come before others")
  func required() throws {
    let keys = try #require(TypedNotebook("```{sweep}\n1️⃣\n```\n").completions?.items)
    #expect(keys.filter(\.isRequired).map(\.name) == ["collect"])
  }

  @Test(
    "A layer offers its keys, however it is written",
    arguments: [
      "layers: [{lstm: {units: 8, 1️⃣}}]",
      "layers: [{lstm: {units: 8, 1️⃣",
      "layers: [lstm: {units: 8, 1️⃣",
      "layers: [{dense: {units: 4}},\n  {lstm: {\n    units: 8,\n    1️⃣\n",
      "layers:\n  - lstm: {units: 8, 1️⃣",
      "layers:\n  - lstm:\n      units: 8\n      1️⃣",
      "layers:\n  - lstm:\n      1️⃣\n      units: 8",
      "layers:\n- lstm:\n    units: 8\n    1️⃣",
      "layers:\n  - dense: {units: 4}\n  - lstm:\n      units: 8 # as many\n\n      in1️⃣",
      "layers:\n  - dense\n  -\n    lstm:\n      units: 8\n      1️⃣",
      "\"layers\": [{'lstm': {'units': 8, 1️⃣",
    ])
  func nestedKeys(body: String) {
    let typed = TypedNotebook("```{build}\n\(body)\n```\n")
    #expect(typed.offered.contains("forget_bias"), "\(typed.offered)")
    #expect(!typed.offered.contains("units") && !typed.offered.contains("layers"))
  }

  @Test(
    "Where a layer is to come, every layer is offered",
    arguments: [
      "layers: [1️⃣]", "layers: [1️⃣", "layers: [{1️⃣", "layers: [{l1️⃣}]", "layers:\n  - 1️⃣", "layers:\n  - ls1️⃣",
      "layers:\n  -\n    1️⃣", "layers: [{dense: {units: 4}}, 1️⃣",
    ])
  func kinds(body: String) {
    let typed = TypedNotebook("```{build}\n\(body)\n```\n")
    #expect(typed.offered.contains("lstm") && typed.offered.contains("dense"), "\(typed.offered)")
    #expect(!typed.offered.contains("loss"))
  }

  @Test("A layer is written with braces where it needs them, and with room for what it needs")
  func kindWithRoom() {
    let inBrackets = TypedNotebook("```{build}\nlayers: [1️⃣]\n```\n").completion("lstm")?.divided
    #expect(inBrackets?.before == "{lstm: {units: " && inBrackets?.after == "}}")
    let onALine = TypedNotebook("```{build}\nlayers:\n  - 1️⃣\n```\n").completion("lstm")?.divided
    #expect(onALine?.before == "lstm: {units: " && onALine?.after == "}")
  }

  @Test("A key outside of brackets that nobody has closed yet is one of the body")
  func unclosedBrackets() {
    let typed = TypedNotebook("```{build}\nlayers: [{lstm: {units: 8\nlo1️⃣: x\n```\n")
    #expect(typed.offered.contains("loss"), "\(typed.offered)")
  }

  @Test("Front matter offers its keys, and a sweep the parameters")
  func frontMatterAndParameters() {
    #expect(TypedNotebook("---\nti1️⃣\n---\n").offered.contains("title"))
    let typed = TypedNotebook(SmallNotebook.text + "```{sweep}\nover: {rate: [1, 2], 1️⃣}\n```\n")
    #expect(typed.offered == ["units", "seed"])
  }

  @Test(
    "Where nothing can be written that is known, nothing is offered",
    arguments: [
      "Te1️⃣xt.\n", "```{nothing}\n1️⃣\n```\n", "```python\nx1️⃣\n```\n", "```{train}\nsteps: 10\n```1️⃣\n",
      "```{train}\nsteps: {a: 1️⃣}\n```\n", "```{train}\nnothing: 1️⃣\n```\n", "```{train}\ncaption: |\n  st1️⃣\n```\n",
      "```{train}\n# st1️⃣\n```\n", "```{build}\nlayers: [lstm]1️⃣\n```\n", "1️⃣",
    ])
  func nothing(text: String) {
    #expect(TypedNotebook(text).offered.isEmpty)
  }
}

import Foundation
import NotebookReport
import NotebookResults
import TestSupport
import Testing

@testable import NBRunCommand

@Suite("A language server")
struct LanguageServerTests {
  @Test("Says first what it can do, and counts as the client does")
  func introduction() throws {
    var client = try LanguageClient.unknown()
    let answer = try client.ask(
      "initialize", #"{"capabilities": {"general": {"positionEncodings": ["odd", "utf-8"]}}}"#)
    #expect(answer?["result.capabilities.positionEncoding"]?.text == "utf-8")
    #expect(answer?["result.capabilities.hoverProvider"] == .flag(true))
    var other = try LanguageClient.unknown()
    #expect(
      try other.ask("initialize", #"{"capabilities": {}}"#)?["result.capabilities.positionEncoding"]?.text == "utf-16")
  }

  @Test("Tells the mistakes that a check finds, each with its place, name, weight and related places")
  func mistakes() throws {
    var client = try LanguageClient()
    let wrong = Command.notebook.replacing("batch: 10", with: "batchs: 10")
    let text = wrong.replacing("label: test", with: "label: fit") + "\n```load\n```\n"
    try client.open(text, version: 7)
    let news = try client.news()
    #expect(news.count == 1)
    #expect(news[0]["params.uri"]?.text == client.uri())
    #expect(news[0]["params.version"]?.number == 7)
    let found = news[0]["params.diagnostics"]?.list ?? []
    let command = try Command()
    try command.folder.write(text, to: "small.md")
    let checked = try command.run("check", "small.md", "--format", "json").output.split(separator: "\n").dropLast()
      .map { try JSON(Data($0.utf8)) }
    #expect(found.count == checked.count && found.count >= 3)
    for (told, said) in zip(found, checked) {
      #expect(told["code"] == said["id"])
      #expect(told["severity"]?.number == (said["severity"]?.text == "error" ? 1 : 2))
      #expect(told["range.start.line"]?.number == said["line"]?.number.map { $0 - 1 })
      #expect(told["range.start.character"]?.number == said["column"]?.number.map { $0 - 1 })
      #expect(told["range.end.character"]?.number == said["endColumn"]?.number.map { $0 - 1 })
      #expect(told["message"]?.text?.hasPrefix(said["message"]?.text ?? "?") == true)
      #expect(told["relatedInformation"]?.list.count == said["related"]?.list.count)
    }
  }

  @Test("Of several changes only the last is understood, and an older one than that is passed over")
  func staleVersions() throws {
    var client = try LanguageClient()
    try client.open("```{nothing}\n```\n", version: 1)
    try client.change(to: "```{nobody}\n```\n", version: 2)
    try client.change(to: "Text.\n", version: 4)
    try client.change(to: "```{nothing}\n```\n", version: 3)
    let news = try client.news()
    #expect(news.map { $0["params.version"]?.number } == [4])
    #expect(news.first?["params.diagnostics"]?.list.isEmpty == true)
    #expect(try client.news().isEmpty, "what was told is not told again")
  }

  @Test("A question between two changes is about the first, whose mistakes are told all the same")
  func questionBeforeNews() throws {
    var client = try LanguageClient()
    try client.open("```{trian}\n```\n")
    #expect(try client.ask("completion", at: 0, 5)?["result.items.0.label"]?.text == "load")
    #expect(try client.news().first?["params.diagnostics.0.code"]?.text == "directive.unknown")
  }

  @Test("Two documents are kept apart, and the mistakes of one that is closed are taken away")
  func twoDocuments() throws {
    var client = try LanguageClient()
    try client.open("```{trian}\n```\n", as: "one.md")
    try client.open("Text.\n", as: "two.md")
    #expect(try client.news().map { $0["params.diagnostics"]?.list.count } == [1, 0])
    try client.tell("textDocument/didClose", #"{"textDocument": {"uri": "\#(client.uri("one.md"))"}}"#)
    #expect(try client.news().map { $0["params.diagnostics"] } == [.list([])])
    #expect(try client.ask("completion", at: 0, 5, in: "one.md")?["result"] == .null)
    #expect(try client.ask("hover", at: 0, 1, in: "two.md")?["result"] == .null)
  }

  @Test(
    "Characters beyond the first plane count as the client counts, before and behind the cursor",
    arguments: [
      ("utf-8", 4 + 3 * 2, 4), ("utf-16", 2 + 2, 2), ("utf-32", 1 + 2, 1),
    ])
  func characters(encoding: String, before: Int, emoji: Int) throws {
    var client = try LanguageClient(saying: #"{"general": {"positionEncodings": ["\#(encoding)"]}}"#)
    try client.open("```{load}\nlabel: d\ndataset: digits\n```\n😀中文{{d.classes}} {{d.nothing}}\n")
    let hover = try client.ask("hover", at: 4, before + 3)
    #expect(hover?["result.contents.value"]?.text == "d.classes: {load} on line 1")
    #expect(hover?["result.range.start.character"]?.number == before + 2)
    let start = try client.news().first?["params.diagnostics.0.range.start.character"]?.number
    #expect(start == before + "{{d.classes}} ".count)
    // In the middle of a character is before it.
    #expect(try client.ask("hover", at: 4, emoji - 1)?["result"] == .null)
  }

  @Test("Lines end with CR, LF or both, and a place beyond the end is the end")
  func lineEnds() throws {
    var client = try LanguageClient()
    try client.open("```{train}\r\nsteps: 3\r\n\r\n```\r\rText {{train-1.loss}}")
    let items = try client.ask("completion", at: 2, 99)?["result.items"]?.list ?? []
    #expect(items.contains { $0["label"]?.text == "optimizer" })
    #expect(items.first?["textEdit.range.start"]?["character"]?.number == 0)
    #expect(try client.ask("hover", at: 5, 10)?["result.range.start.line"]?.number == 5)
    #expect(try client.ask("completion", at: 9999, 9999)?["result"] == .null)
    #expect(try client.ask("completion", at: -3, -1)?["result"] == .null)
  }

  @Test("A completion puts the cursor where the next word belongs, if the client can do that")
  func snippets() throws {
    let text = "```{build}\nlayers: [l]\n```\n"
    var client = try LanguageClient(
      saying: #"{"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}}"#)
    try client.open(text)
    let lstm = try client.ask("completion", at: 1, 10)?["result.items"]?.list.first { $0["label"]?.text == "lstm" }
    #expect(lstm?["textEdit.newText"]?.text == "{lstm: {units: $0\\}\\}")
    #expect(lstm?["insertTextFormat"]?.number == 2)
    var plain = try LanguageClient()
    try plain.open(text)
    let same = try plain.ask("completion", at: 1, 10)?["result.items"]?.list.first { $0["label"]?.text == "lstm" }
    #expect(same?["textEdit.newText"]?.text == "lstm")
    #expect(same?["textEdit.range.start.character"]?.number == 9)
    #expect(same?["textEdit.range.end.character"]?.number == 10)
  }

  @Test("A client that takes no markup gets none, in what is said about a word as about a completion")
  func markup() throws {
    let format = #"["markdown", "plaintext"]"#
    for (manner, title, key) in [
      ("{}", "{train}", "'adam'"),
      (
        #"{"textDocument": {"hover": {"contentFormat": \#(format)}, "completion": {"completionItem": {"documentationFormat": \#(format)}}}}"#,
        "**{train}**", "`adam`"
      ),
    ] {
      var client = try LanguageClient(saying: manner)
      try client.open("```{train}\nopt\n```\n")
      #expect(try client.ask("hover", at: 0, 6)?["result.contents.value"]?.text?.hasPrefix(title) == true)
      let items = try client.ask("completion", at: 1, 3)?["result.items"]?.list
      let optimizer = items?.first { $0["label"]?.text == "optimizer" }
      let said = optimizer?["documentation.value"] ?? optimizer?["documentation"]
      #expect(said?.text?.contains(key) == true)
    }
  }

  @Test("A rename changes the places of the document, and says why where it cannot")
  func rename() throws {
    var client = try LanguageClient()
    try client.open(Command.notebook)
    let lines = Command.notebook.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex(of: "label: test"))
    #expect(try client.ask("prepareRename", at: line, 8)?["result.start.character"]?.number == 7)
    let edits = try client.ask("rename", at: line, 8, #""newName": "trial""#)?["result.changes"]
    guard case .object(let changes) = edits else { throw Missing() }
    #expect(changes[client.uri()]?.list.count == 2)
    let refused = try client.ask("rename", at: line, 8, #""newName": "fit""#)
    #expect(refused?["error.message"]?.text == "a label names one cell, and 'fit' is taken")
    #expect(try client.ask("definition", at: lines.count - 2, 12)?["result.range.start.line"]?.number == line)
    let references = try client.ask(
      "references", at: line, 8, #""context": {"includeDeclaration": false}"#)?["result"]?.list
    #expect(references?.count == 1)
  }

  private struct Missing: Error {}

  /// What a client says that takes changes as answers.
  private static let takesChanges =
    #"{"textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}}}"#

  /// Asks what can be done about a stretch of a line, counted from 0.
  private func corrections(
    _ client: inout LanguageClient, line: Int, _ characters: ClosedRange<Int>, only: String = ""
  ) throws -> JSON? {
    let range = [characters.lowerBound, characters.upperBound].map { #"{"line": \#(line), "character": \#($0)}"# }
    return try client.ask(
      "textDocument/codeAction",
      #"{"textDocument": {"uri": "\#(client.uri())"}, "range": {"start": \#(range[0]), "end": \#(range[1])}, "context": {"diagnostics": []\#(only)}}"#
    )?["result"]
  }

  @Test("A mistake that knows what was meant has a correction, which is linked to it and puts it right")
  func correction() throws {
    var client = try LanguageClient(saying: Self.takesChanges)
    let wrong = Command.notebook.replacing("batch: 10", with: "batch_size: 10")
    let line = try #require(
      wrong.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "batch_size: 10"))
    try client.open(wrong)
    let told = try client.news().first?["params.diagnostics.0"]
    let found = try #require(try corrections(&client, line: line, 3...3)).list
    #expect(found.count == 1)
    #expect(found.first?["title"]?.text == "Write 'batch'")
    #expect(found.first?["kind"]?.text == "quickfix")
    #expect(found.first?["isPreferred"] == .flag(true))
    #expect(found.first?["diagnostics.0"] == told && told != nil)
    guard case .object(let changes)? = found.first?["edit.changes"] else { throw Missing() }
    let edit = try #require(changes[client.uri()]?.list.first)
    #expect(edit["newText"]?.text == "batch")
    #expect(edit["range.start.line"]?.number == line && edit["range.start.character"]?.number == 0)
    #expect(edit["range.end.line"]?.number == line && edit["range.end.character"]?.number == "batch_size".count)
    try client.change(to: wrong.replacing("batch_size", with: "batch"))
    #expect(try client.news().first?["params.diagnostics"] == .list([]))
    #expect(try corrections(&client, line: line, 0...3) == .list([]))
  }

  @Test("Corrections are those of the stretch that is asked about, and of the kind that is wanted")
  func correctionsOfAStretch() throws {
    var client = try LanguageClient(saying: Self.takesChanges)
    try client.open(
      "```{load}\nlabel: d\ndataset: digits\n```\n```{load}\ndatset: digits\n```\n😀中文 {{d.clases}} {{d.classez}}\n")
    func titles(_ line: Int, _ characters: ClosedRange<Int>, _ only: String = "") throws -> [String?] {
      (try corrections(&client, line: line, characters, only: only)?.list ?? []).map { $0["title"]?.text }
    }
    #expect(try titles(0, 0...9).isEmpty)
    #expect(try titles(5, 2...2) == ["Write 'dataset'"])
    let classes = try titles(7, 6...6)
    #expect(classes == ["Write 'd.classes'"])
    #expect(try titles(7, 0...99).count == 2)
    #expect(try titles(5, 2...2, #", "only": ["refactor"]"#).isEmpty)
    #expect(try titles(5, 2...2, #", "only": ["refactor", "quickfix"]"#) == ["Write 'dataset'"])
  }

  @Test("A client that takes no changes as answers is offered no corrections")
  func noCorrections() throws {
    var client = try LanguageClient.unknown()
    let plain = try client.ask("initialize", #"{"capabilities": {}}"#)
    #expect(plain?["result.capabilities.codeActionProvider"] == nil)
    var able = try LanguageClient.unknown()
    let answer = try able.ask("initialize", #"{"capabilities": \#(Self.takesChanges)}"#)
    #expect(answer?["result.capabilities.codeActionProvider.codeActionKinds"] == .list([.text("quickfix")]))
    try client.open("```{laod}\n```\n")
    #expect(try corrections(&client, line: 0, 0...9) == .null)
  }

  @Test("A number says what was measured when the notebook ran last, and nothing is written for that")
  func lastMeasured() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("small.md", "--store", "store", "--results", "results.json").status == 0)
    let results = try JSON(Data(command.folder.text(of: "results.json").utf8))
    let cells = results["notebooks.0.cells"]?.list ?? []
    let measured = try #require(cells.first { $0["label"]?.text == "test" }?["figures.accuracy"])
    let stored = try command.folder.contents().filter { $0.hasPrefix("store/") }
    var client = LanguageClient(in: command.folder)
    _ = try client.ask("initialize", #"{"capabilities": {}}"#)
    // By now it is another notebook, and what was measured is still that of the last run.
    try client.open(Command.notebook.replacing("steps: 6", with: "steps: 5"))
    let line = Command.notebook.split(separator: "\n", omittingEmptySubsequences: false).count - 2
    let said = try client.ask("hover", at: line, 12)?["result.contents.value"]?.text
    guard case .number(let number) = measured else { throw Missing() }
    #expect(said?.hasSuffix("Last measured: \(QuantityText.text(.fraction(number)))") == true, "\(said ?? "")")
    // A training is kept as the point that it ended in.
    let lines = Command.notebook.split(separator: "\n", omittingEmptySubsequences: false)
    let label = try #require(lines.firstIndex(of: "label: fit"))
    let training = try client.ask("hover", at: label, 8)?["result.contents.value"]?.text
    let trained = try #require(cells.first { $0["label"]?.text == "fit" })
    guard case .number(let loss) = trained["figures.loss"],
      case .number(let accuracy) = trained["figures.batch_accuracy"]
    else { throw Missing() }
    let numbers =
      "'loss' \(QuantityText.text(.real(loss))), 'batch_accuracy' \(QuantityText.text(.fraction(accuracy))), "
    #expect(training?.contains("Last measured: 'steps' 6, \(numbers)") == true, "\(training ?? "")")
    #expect(try command.folder.contents().filter { $0.hasPrefix("store/") } == stored)
  }

  @Test("A notebook too large to be read says so, and every question about it has an empty answer")
  func tooLarge() throws {
    var client = try LanguageClient()
    try client.open(String(repeating: "a text without end ", count: 250_000))
    let news = try client.news().first
    #expect(news?["params.diagnostics.0.message"]?.text?.contains("at most 4000000 bytes") == true)
    #expect(try client.ask("hover", at: 0, 1)?["result"] == .null)
  }

  @Test("An address with escapes is the file that it names, and one that is none is a file that is not saved yet")
  func addresses() throws {
    var client = try LanguageClient()
    let levels = (0..<200).map { "\($0),\(($0 * 7) % 11)\n" }.joined()
    try client.folder.write("time,level\n\(levels)", to: "a b/ö.csv")
    try client.open("```{load}\ntable: ö.csv\ntarget: level\n```\n", as: "a b/note.md")
    #expect(try client.news().first?["params.diagnostics"] == .list([]))
    for address in ["untitled:Untitled-1", "", "file://", "http://a/b.md", "file:///%00", "%%%"] {
      let document = JSON.object(["uri": .text(address), "version": .number(1), "text": .text("```{trian}\n```\n")])
      try client.tell("textDocument/didOpen", JSON.object(["textDocument": document]).source)
      #expect(try client.news().first?["params.diagnostics.0.code"]?.text == "directive.unknown", "\(address)")
    }
  }
}

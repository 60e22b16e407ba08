import Foundation
import TestSupport
import Testing

/// `nbrun watch`: the page that follows the editor.
@Suite(.serialized) struct WatchTests {
  private let command: Command

  init() throws {
    command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
  }

  /// Puts a text in the file's place, as editors do.
  private func save(_ text: String, _ name: String = "small.md") throws {
    try command.folder.write(text, to: "\(name)~")
    try #require(rename(command.folder.path("\(name)~"), command.folder.path(name)) == 0)
  }

  @Test func showsThePageAndWritesItWithoutAScript() throws {
    let watched = try WatchedCommand(command, "small.md")
    let page = try #require(watched.page { $0.contains("✓ as small.md is now") })
    #expect(page.body.contains("<script nonce="))
    let file = try command.folder.text(of: "output/small.html")
    #expect(!file.contains("<script") && !file.contains("data-version"))
    #expect(try command.run("small.md", "--no-cache", "-o", "other.html").status == 0)
    #expect(try command.folder.text(of: "other.html") == file, "as a run writes it")
  }

  @Test func showsWhatIsSaved() throws {
    let watched = try WatchedCommand(command, "small.md")
    try #require(watched.page { $0.contains("✓ as small.md is now") } != nil)
    for number in 1...20 {
      let text = Command.notebook + "\nSaved \(number) times.\n"
      if number.isMultiple(of: 2) { try save(text) } else { try command.folder.write(text, to: "small.md") }
      try #require(watched.page { $0.contains("Saved \(number) times.") } != nil)
    }
    let result = try watched.end()
    #expect(result.status == 0)
    #expect(result.error.components(separatedBy: "train fit").count == 2, "prose trains nothing again")
  }

  @Test func laysMistakesOverThePageUntilTheyAreMended() throws {
    let watched = try WatchedCommand(command, "small.md")
    try #require(watched.page { $0.contains("✓ as small.md is now") } != nil)
    try save(Command.notebook.replacing("batch: 10", with: "bach: 10") + "\n[There](#nowhere).\n")
    let wrong = try #require(watched.page { $0.contains("✗ small.md is wrong") })
    #expect(wrong.body.contains("did you mean &apos;batch&apos;?") || wrong.body.contains("did you mean 'batch'?"))
    #expect(wrong.body.contains("<a href=\"#fit\">to the cell fit</a>"))
    #expect(!wrong.body.contains("#nowhere"), "a warning keeps nothing from running")
    #expect(wrong.body.contains("A small notebook</h1>"), "the page before it stays")
    try save(Command.notebook)
    #expect(watched.page { $0.contains("✓ as small.md is now") } != nil)
  }

  @Test func showsAThousandMistakesAtMost() throws {
    try save((1...1_200).map { "```{lode}\nlabel: c\($0)\n```\n" }.joined())
    let page = try #require(try WatchedCommand(command, "small.md").page { $0.contains("✗ small.md is wrong") }).body
    #expect(page.contains("small.md:1:4: error:") && page.contains("small.md:2998:4: error:"))
    #expect(!page.contains("small.md:3001:4: error:"))
  }

  @Test func leadsFromAMistakeToACellThatIsOnThePageAlone() throws {
    let watched = try WatchedCommand(command, "small.md")
    try #require(watched.page { $0.contains("✓ as small.md is now") } != nil)
    try save(Command.notebook + "\n```{train}\nlabel: more\nbach: 10\n```\n")
    let cell = try #require(watched.page { $0.contains("did you mean 'batch'?") }).body
    #expect(!cell.contains("to the cell"), "it has not run yet")
    try save(Command.notebook.replacing("{{test.accuracy}}", with: "{{test.acuracy}}"))
    let prose = try #require(watched.page { $0.contains("did you mean 'accuracy'?") }).body
    #expect(!prose.contains("to the cell"), "text behind a cell is none of it")
  }

  @Test func endsWhereACellFails() throws {
    try save(Command.failing)
    let watched = try WatchedCommand(command, "small.md")
    let page = try #require(watched.page { $0.contains("✓ as small.md is now") }).body
    #expect(page.contains("Failed</strong>"))
    #expect(try watched.end().error.components(separatedBy: "train fit").count == 2, "it is not tried again")
  }

  @Test func answersAQuestionForALaterPageWithThat() throws {
    let watched = try WatchedCommand(command, "small.md")
    let version = try #require(watched.page { $0.contains("✓ as small.md is now") }).version
    let saver = Thread { [self] in
      usleep(300_000)
      try? save(Command.notebook + "\nA later page.\n")
    }
    saver.start()
    #expect(try #require(watched.ask("\(watched.path)?after=\(version)")).version > version)
  }

  @Test func saysThatAFileIsGoneAndTakesItUpWhenItIsBack() throws {
    let watched = try WatchedCommand(command, "small.md")
    try #require(watched.page { $0.contains("✓ as small.md is now") } != nil)
    try FileManager.default.removeItem(atPath: command.folder.path("small.md"))
    #expect(watched.page { $0.contains("small.md: there is no such file") } != nil)
    try save(Command.notebook)
    #expect(watched.page { $0.contains("✓ as small.md is now") } != nil)
  }

  @Test(arguments: [false, true]) func saysThatSomethingElseStandsInAFilesPlace(isFolder: Bool) throws {
    let watched = try WatchedCommand(command, "small.md")
    try #require(watched.page { $0.contains("✓ as small.md is now") } != nil)
    let path = command.folder.path("small.md")
    try FileManager.default.removeItem(atPath: path)
    if isFolder {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    } else {
      try #require(mkfifo(path, 0o600) == 0)
    }
    let said = isFolder ? "there is no notebook in this folder" : "this is a pipe or a device"
    let wrong = try #require(watched.page { $0.contains("small.md: \(said)") })
    #expect(wrong.body.contains("A small notebook</h1>"), "the page before it stays")
    try FileManager.default.removeItem(atPath: path)
    try save(Command.notebook + "\nBack again.\n")
    #expect(watched.page { $0.contains("✓ as small.md is now") && $0.contains("Back again.") } != nil)
    #expect(try watched.end().status == 0)
  }

  @Test func isOneOfTwoThatWatchANotebook() throws {
    // The other one runs in another folder, with the same pages and the same store.
    let (store, pages) = (command.folder.path("store"), command.folder.path("output"))
    let watched = [
      try WatchedCommand(command, "small.md", "--store", store),
      try WatchedCommand(try Command(), command.folder.path("small.md"), "--store", store, "-o", pages),
    ]
    #expect(watched[0].port != watched[1].port)
    for number in 1...3 {
      let text = Command.notebook.replacing("steps: 6", with: "steps: \(6 + number)")
      try save(text + "\nSaved \(number) times.\n")
      for one in watched {
        try #require(one.page { $0.contains("small.md is now") && $0.contains("Saved \(number) times.") } != nil)
      }
    }
    for one in watched { #expect(try one.end().status == 0) }
    let page = try command.folder.text(of: "output/small.html")
    #expect(try command.run("small.md", "--no-cache", "-o", "other.html").status == 0)
    #expect(try command.folder.text(of: "other.html") == page)
  }

  @Test func beginsWithANotebookThatIsWrong() throws {
    try save("```{nothing}\n```\n")
    let watched = try WatchedCommand(command, "small.md")
    #expect(watched.page { $0.contains("small.md is wrong") && $0.contains("nothing has run") } != nil)
    try save(Command.notebook)
    #expect(watched.page { $0.contains("A small notebook</h1>") && $0.contains("✓ as small.md is now") } != nil)
  }

  @Test func breaksATrainingOffForASaveAndGoesOnFromThere() throws {
    let endless = Command.notebook.replacing("{steps: 6}", with: "{steps: 399998}")
    try save(endless)
    let watched = try WatchedCommand(command, "small.md")
    let first = try #require(watched.page { $0.contains("fit: step ") })
    let step = try #require(Self.step(first.body))
    try save(endless + "\nSaved while it trains.\n")
    let second = try #require(watched.page { $0.contains("Saved while it trains.") && $0.contains("fit: step ") })
    #expect(try #require(Self.step(second.body)) > step, "the training goes on")
    let result = try watched.end()
    #expect(result.status == 0)
    let page = try command.folder.text(of: "output/small.html")
    let stop = try #require(page.firstMatch(of: /stopped after (\d+) of/)).1
    let kept = try command.run("small.md", "--progress", "plain", "--time-limit", "1")
    #expect(kept.error.contains("goes on after step \(stop)\n"), "Ctrl-C has kept all that the page tells of")
  }

  @Test func saysOfATrainingUnderWayThatItRunsAndHowFar() throws {
    try save(Command.notebook.replacing("{steps: 6}", with: "{steps: 399998}"))
    let watched = try WatchedCommand(command, "small.md")
    let page = try #require(watched.page { $0.contains("fit: step ") }).body
    #expect(page.contains(/<strong>– Running<\/strong>: step \d+ of 399998\./))
    #expect(!page.contains("Paused"))
    let step = try #require(Self.step(page))
    #expect(watched.page { Self.step($0).map { $0 > step } == true } != nil)
    let result = try watched.end()
    #expect(result.status == 0)
    #expect(result.error.components(separatedBy: "train fit").count == 2, "it is named once, however often it is shown")
    #expect(try command.folder.text(of: "output/small.html").contains("– Running") == false, "a file does not go on")
  }

  @Test func showsThePointsOfASweepThatAreUnderWay() throws {
    let sweep = "```{sweep}\nlabel: rates\nover: {steps: [399998, 399999]}\ncollect: [test.accuracy]\n```\n"
    try save(Command.notebook + sweep)
    let watched = try WatchedCommand(command, "small.md", "--threads", "2")
    let page = try #require(watched.page { $0.contains("rates: point 0 of 2, under way: ") }).body
    let parts = /under way: steps=399998 \d+ %(; steps=399999 \d+ %)?/
    #expect(page.contains(parts), "on the board")
    #expect(page.contains(/<strong>– Running<\/strong>: point 0 of 2, under way: steps=399998 \d+ %/), "in the cell")
    #expect(try watched.end().status == 0)
  }

  private static func step(_ page: String) -> Int? {
    page.firstMatch(of: /fit: step (\d+) of/).flatMap { Int($0.1) }
  }

  @Test func runsAgainWhenDataChange() throws {
    try SmallDataset.write(to: command.folder, "data")
    try save(Command.notebook.replacing("dataset: digits\ntrain: 60\ntest: 20", with: "folder: data"))
    let watched = try WatchedCommand(command, "small.md", "--offline")
    let before = try #require(watched.page { $0.contains("✓ as small.md is now") })
    try SmallDataset.write(to: command.folder, "data", changing: 1)
    let after = watched.page { $0.contains("✓ as small.md is now") && !Self.isAlike($0, before.body) }
    #expect(after != nil)
  }

  /// Whether the data of two pages have the same digests.
  private static func isAlike(_ first: String, _ second: String) -> Bool {
    func digests(_ page: String) -> [Substring] {
      page.matches(of: /<code class="digest">([0-9a-f]+)/).map { $0.1 }
    }
    return digests(first) == digests(second)
  }

  @Test func takesUpNotebooksThatComeIntoAFolder() throws {
    try command.folder.write(Command.notebook, to: "many/first.md")
    let watched = try WatchedCommand(command, "many")
    try #require(watched.page { $0.contains("✓ as many/first.md is now") } != nil)
    try save(Command.notebook, "many/second.md")
    let other = watched.path.replacing("first.html", with: "second.html")
    let deadline = ContinuousClock.now + .seconds(60)
    while watched.ask(other)?.status != 200, ContinuousClock.now < deadline { usleep(20_000) }
    #expect(watched.ask(other)?.body.contains("A small notebook") == true)
    let list = watched.ask(watched.path.replacing("first.html", with: ""))
    #expect(list?.body.contains("/second.html\">second.html</a>") == true)
    try FileManager.default.removeItem(atPath: command.folder.path("many/second.md"))
    let gone = "many/second.md: there is no such file"
    while watched.ask(other)?.body.contains(gone) == false, ContinuousClock.now < deadline { usleep(20_000) }
    #expect(watched.ask(other)?.body.contains(gone) == true, "its page stays")
  }

  @Test func aFolderStandsForItselfOnlyAsLongAsItIsEmpty() throws {
    try FileManager.default.createDirectory(atPath: command.folder.path("many"), withIntermediateDirectories: true)
    let watched = try WatchedCommand(command, "many")
    try #require(watched.page { $0.contains("there is no notebook in this folder") } != nil)
    try save(Command.notebook, "many/first.md")
    let (list, folder) = (watched.path.replacing("many.html", with: ""), "/many.html\"")
    let deadline = ContinuousClock.now + .seconds(60)
    while watched.ask(list)?.body.contains("/first.html\"") != true, ContinuousClock.now < deadline { usleep(20_000) }
    let body = try #require(watched.ask(list)).body
    #expect(body.contains("/first.html\"") && !body.contains(folder))
  }

  @Test func saysWhyANotebookThatComesIsNotTakenUp() throws {
    try command.folder.write(Command.notebook, to: "many/first.md")
    try command.folder.write("not made by nbrun", to: "output/second.html")
    let watched = try WatchedCommand(command, "many")
    try #require(watched.page { $0.contains("✓ as many/first.md is now") } != nil)
    try save(Command.notebook, "many/second.md")
    let deadline = ContinuousClock.now + .seconds(60)
    while try !command.folder.text(of: "streams/error").contains("output/second.html is not a page that nbrun made"),
      ContinuousClock.now < deadline
    { usleep(20_000) }
    #expect(try watched.end().error.contains("error: output/second.html is not a page that nbrun made"))
    #expect(try command.folder.text(of: "output/second.html") == "not made by nbrun")
  }

  @Test func answersNobodyElse() throws {
    let watched = try WatchedCommand(command, "small.md")
    try #require(watched.ask()?.status == 200)
    let strangers: [[String: String]] = [
      ["Host": "evil.example:\(watched.port)"], ["Origin": "http://evil.example"], ["Sec-Fetch-Site": "cross-site"],
    ]
    for headers in strangers {
      let answer = try #require(watched.ask(headers: headers))
      #expect(answer.status == 404 && answer.body.isEmpty, "\(headers)")
    }
    #expect(watched.ask("/small.html")?.status == 404)
    #expect(watched.ask(method: "POST")?.status == 404)
    #expect(watched.ask("\(watched.path)/../../../../etc/passwd")?.status == 404)
  }

  @Test func saysThatAPortIsTaken() throws {
    let watched = try WatchedCommand(command, "small.md")
    let other = try command.finish(
      try command.start(["watch", "small.md", "--port", "\(watched.port)"], under: Command.mayHang))
    #expect(other.status == 2)
    #expect(other.error.contains("error: port \(watched.port) cannot be served: Address already in use\n"))
    #expect(watched.ask()?.status == 200)
  }

  @Test func refusesAPageThatWouldBeANotebook() throws {
    try command.folder.write(Command.notebook, to: "small.html")
    let result = try command.run("watch", "small.md", "-o", "small.html")
    #expect(result.status == 2)
    #expect(try command.folder.text(of: "small.html") == Command.notebook)
  }
}

import Foundation
import TestSupport
import Testing

/// `nbrun verify`: a page is what its notebook gives, or where it first is not.
@Suite struct VerifyTests {
  /// A page of the small notebook, made with the given options.
  private func command(_ options: String...) throws -> Command {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let process = try command.start(["small.md", "-o", "page.html", "--no-cache"] + options)
    #expect(try command.finish(process).status == 0)
    return command
  }

  private func change(_ path: String, of command: Command, _ text: String, to other: String) throws {
    let before = try command.folder.text(of: path)
    #expect(before.contains(text))
    try command.folder.write(before.replacing(text, with: other), to: path)
  }

  @Test func saysYesToThePageOfARun() throws {
    let command = try command()
    let files = try command.files()
    let result = try command.run("verify", "page.html", "small.md", "--threads", "3", "--progress", "none")
    #expect(result.status == 0)
    #expect(result.output == "page.html: yes, byte for byte what small.md gives\n")
    #expect(result.error.isEmpty)
    #expect(try command.files() == files)
    #expect(try command.stored().isEmpty)
  }

  @Test func runsWithTheSeedAndTheParametersThatThePageTells() throws {
    let command = try command("--seed", "7", "-p", "steps=4")
    #expect(try command.run("verify", "page.html", "small.md", "--progress", "none").status == 0)
    #expect(try command.run("verify", "page.html", "small.md", "--progress", "none", "--seed", "8").status == 3)
    #expect(try command.run("verify", "page.html", "small.md", "--progress", "none", "-p", "steps=6").status == 3)
  }

  @Test(arguments: [[], ["-p", "k=7"], ["--seed", "3"]])
  func saysYesToASweepOverTheParameterThatTheSeedIs(options: [String]) throws {
    let command = try Command()
    let text = Command.notebook.replacing("params: {steps: 6}", with: "seed: $k\nparams: {steps: 6, k: 2}")
    try command.folder.write(text + "\n```{sweep}\nover: {k: [2, 3]}\ncollect: test.loss\n```\n", to: "small.md")
    let process = try command.start(["small.md", "-o", "page.html", "--no-cache"] + options)
    let result = try command.finish(process)
    #expect(result.status == 0, "\(result.error)")
    let verified = try command.run("verify", "page.html", "small.md", "--progress", "none")
    #expect(verified.status == 0, "\(verified.output)\(verified.error)")
  }

  @Test func showsTheFirstDifferenceAndItsCell() throws {
    let command = try command()
    try change("page.html", of: command, ">28 × 28<", to: ">28 × 27<")
    let page = try command.folder.text(of: "page.html")
    let result = try command.run("verify", "page.html", "small.md", "--progress", "none")
    #expect(result.status == 3)
    let line = try #require(
      page.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("28 × 27") })
    #expect(
      result.output == """
        page.html:\(line + 1): no, not what small.md gives; the first difference is in cell 'digits' (small.md:5)
          the page has  train 60 28 × 27 0 to 255, divided by 255
          it should be  train 60 28 × 28 0 to 255, divided by 255

        """)
    #expect(try command.folder.text(of: "page.html") == page)
  }

  @Test func showsMarkupWhereTheWordsAreTheSame() throws {
    let command = try command()
    try change("page.html", of: command, "<h1>A small notebook</h1>", to: "<h1 >A small notebook</h1>")
    let output = try command.run("verify", "page.html", "small.md", "--progress", "none").output
    #expect(output.contains("the first difference is outside all cells\n"))
    #expect(output.contains("the page has  <h1 >A small notebook</h1>\n"))
  }

  @Test func saysThatThePageEndsTooEarly() throws {
    let command = try command()
    try change("page.html", of: command, "</body>\n</html>\n", to: "</body>\n")
    #expect(try command.run("verify", "page.html", "small.md", "--progress", "none").output.contains("</html>"))
  }

  @Test func saysThatTheNotebookIsAnother() throws {
    let command = try command()
    try change("small.md", of: command, "It reads", to: "It has read")
    let result = try command.run("verify", "page.html", "small.md", "--progress", "none")
    #expect(result.status == 3)
    #expect(result.output.contains("the page has  It reads"))
    #expect(result.output.contains("it should be  It has read"))
    #expect(result.output.hasSuffix("  the page was made from another text of small.md\n"))
  }

  @Test func takesAPageOfAnotherVersionForWhatItIs() throws {
    let command = try command()
    try change("page.html", of: command, "Made by nbrun 0", to: "Made by nbrun 9")
    #expect(
      try command.run("verify", "page.html", "small.md", "--progress", "none").output.contains(
        "the page was made by nbrun 9"))
  }

  /// A page says what went wrong, and says the same again.
  @Test(arguments: [Command.failing, Command.missing]) func saysYesToThePageOfARunThatWentWrong(notebook: String) throws
  {
    let command = try Command()
    try command.folder.write(notebook, to: "wrong.md")
    #expect(try command.run("wrong.md", "-o", "page.html", "--progress", "none").status != 0)
    #expect(try command.run("verify", "page.html", "wrong.md", "--progress", "none").status == 0)
  }

  @Test func refusesWhatIsNoPageAndWhatIsNoNotebook() throws {
    let command = try command()
    try command.folder.write("<p>Made by hand</p>", to: "other.html")
    for (page, notebook, message) in [
      ("none.html", "small.md", "none.html: No such file or directory"),
      ("other.html", "small.md", "this is no page of a run"),
      (".", "small.md", "a page is a file"), ("page.html", "none.md", "none.md: there is no such file"),
      ("page.html", "-", "reads standard input"),
    ] {
      let result = try command.run("verify", page, notebook, "--progress", "none")
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.error.contains(message), "\(result.error)")
    }
  }

  @Test func saysThatTheDataAreOthers() throws {
    let command = try Command()
    try SmallDataset.write(to: command.folder, "data")
    try command.folder.write(
      Command.notebook.replacing("dataset: digits\ntrain: 60\ntest: 20", with: "folder: data"), to: "own.md")
    #expect(try command.run("own.md", "-o", "page.html", "--no-cache", "--progress", "none").status == 0)
    #expect(try command.run("verify", "page.html", "own.md", "--progress", "none").status == 0)
    try SmallDataset.write(to: command.folder, "data", changing: 1)
    let result = try command.run("verify", "page.html", "own.md", "--progress", "none")
    #expect(result.status == 3)
    #expect(result.output.hasSuffix("  the page was not made from these data of data\n"), "\(result.output)")
  }

  @Test func saysNothingOfThePageWhenItIsBrokenOff() throws {
    let command = try command()
    // Whoever runs the tests may have switched signals off.
    let process = try command.start(
      ["verify", "page.html", "small.md", "-p", "steps=399998", "--progress", "json"],
      under: ["--default-signal=INT"])
    while process.isRunning, try !command.folder.text(of: "streams/error").contains("\"progress\"") { usleep(5000) }
    kill(process.processIdentifier, SIGINT)
    let result = try command.finish(process)
    #expect(result.status == 130)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("interrupted: nothing is known of page.html"))
  }

  @Test func readsNoPageThatIsNoFileOrTooLarge() throws {
    let command = try command()
    mkfifo(command.folder.path("pipe.html"), 0o600)
    try command.folder.write("", to: "large.html")
    truncate(command.folder.path("large.html"), 1 << 30 + 1)
    for (page, message) in [
      ("pipe.html", "error: pipe.html: a page is a file\n"),
      ("large.html", "error: large.html: this is too large for a page\n"),
    ] {
      let process = try command.start(["verify", page, "small.md", "--progress", "none"], under: Command.mayHang)
      let result = try command.finish(process)
      #expect(result.status == 2)
      #expect(result.error == message)
    }
  }

  /// What a page holds is text, whoever wrote it.
  @Test func sendsNothingOfAPageToTheTerminalAsItIs() throws {
    let command = try command()
    try change("page.html", of: command, "<h1>A small notebook</h1>", to: "<h1>A \u{1B}[31msmall notebook</h1>")
    let output = try command.run("verify", "page.html", "small.md", "--progress", "none").output
    #expect(output.contains("small notebook"))
    #expect(!output.contains("\u{1B}"))
  }
}

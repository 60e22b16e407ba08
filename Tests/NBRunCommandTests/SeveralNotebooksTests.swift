import Foundation
import TestSupport
import Testing

/// Several notebooks of one command, folders of them, and one that comes from standard input.
struct SeveralNotebooksTests {
  private let command: Command

  init() throws { command = try Command() }

  @Test func oneThatIsWrongDoesNotKeepTheOthersFromRunning() throws {
    try command.folder.write("```{laod}\n```\n", to: "a-wrong.md")
    try command.folder.write("# Two\n", to: "b.md")
    try command.folder.write(Command.missing, to: "c.md")
    let result = try command.run("a-wrong.md", "b.md", "nothing.md", "c.md", "--progress", "none")
    #expect(result.status == 2, "a notebook that is wrong counts for more than an expectation that fails")
    #expect(result.error.contains("a-wrong.md:1:4: error: there is no directive {laod}"))
    #expect(result.error.contains("nothing.md: there is no such file"))
    #expect(result.output.contains("b.md: its") || result.output.contains("b.md: all 0 cells ran"))
    #expect(result.output.contains("c.md: 4 of 4 cells ran, but not all numbers are as expected"))
    #expect(try command.files().filter { $0.hasSuffix(".html") } == ["output/b.html", "output/c.html"])
  }

  @Test func aFolderStandsForItsNotebooks() throws {
    try command.folder.write(Command.notebook, to: "book/b.md")
    try command.folder.write("```{load}\ndataset: digits\ntrain: 20\ntest: 10\n```\n", to: "book/a.md")
    try command.folder.write("# Only prose\n", to: "book/README.md")
    try command.folder.write(Command.notebook, to: "book/.hidden.md")
    try command.folder.write(Command.notebook, to: "book/deeper/c.md")
    try command.folder.write("no notebook", to: "book/notes.txt")
    for folder in ["book", "book/"] {
      let checked = try command.run("check", folder)
      #expect(checked.status == 0)
      #expect(checked.output == "book/a.md: 1 cell, nothing wrong\nbook/b.md: 4 cells, nothing wrong\n")
    }
    let run = try command.run("book", "--progress", "none")
    #expect(run.status == 0)
    #expect(
      try command.files().filter { $0.hasSuffix(".html") } == ["output/a.html", "output/b.html", "output/index.html"])
    #expect(try command.run("list", "book").output.contains("book/a.md:1"))
  }

  @Test func aFolderHasAPageThatNamesThePagesWithTheirVerdicts() throws {
    let described = Command.notebook.replacing(
      "title: A small notebook", with: "title: Small <b>\ndescription: Five & six")
    try command.folder.write(described, to: "book/a b:c.md")
    try command.folder.write(Command.missing.replacing("A small", with: "Another"), to: "book/missing.md")
    try command.folder.write(Command.failing.replacing("A small", with: "A failing"), to: "book/failing.md")
    try command.folder.write("```{laod}\n```\n", to: "book/wrong.md")
    #expect(try command.run("book", "--progress", "none").status == 2)
    let index = try command.folder.text(of: "output/index.html")
    let items = index.split(separator: "<li>").dropFirst().map { $0.split(separator: "</li>")[0] }
    #expect(
      items == [
        "<a href=\"./a%20b%3Ac.html\">Small &lt;b&gt;</a>\n<p>Five &amp; six</p>\n",
        "<a href=\"./failing.html\">A failing notebook</a><span class=\"bad\"><strong>✗ a cell failed</strong></span>",
        "<a href=\"./missing.html\">Another notebook</a>"
          + "<span class=\"bad\"><strong>✗ 0 of 1 expectations held</strong></span>",
        "<span>wrong</span><span class=\"bad\"><strong>✗ it is wrong, and did not run</strong></span>",
      ])
    #expect(index.contains("<meta name=\"generator\" content=\"nbrun "))
    #expect(!index.contains("<script"))
    let styles = index.components(separatedBy: "<style>").dropFirst().map { $0.components(separatedBy: "</style>")[0] }
    #expect(styles.count == 2)
    #expect(styles.allSatisfy { !$0.contains("&") }, "a browser reads a style sheet as it stands, escapes and all")
    // It is made anew each time, and what somebody else has put there is left alone.
    try command.folder.write("mine", to: "output/index.html")
    #expect(try command.run("book", "--progress", "plain").error.contains("there is no page that names the others"))
    #expect(try command.folder.text(of: "output/index.html") == "mine")
  }

  @Test func aPageOfAFolderLeadsToThoseBesideIt() throws {
    for (file, title) in [("a b", "One & one"), ("c", "Zwei\nlang: de"), ("e", "Three")] {
      try command.folder.write("---\ntitle: \(title)\n---\n\nText.\n", to: "book/\(file).md")
    }
    try command.folder.write("```{laod}\n```\n", to: "book/d.md")
    #expect(try command.run("book", "--progress", "none").status == 2)
    func links(_ page: String) throws -> [String] {
      let parts = try command.folder.text(of: "output/\(page).html").components(separatedBy: "<nav class=\"way\"")
      guard parts.count == 2 else { return [] }
      return parts[1].components(separatedBy: "</nav>")[0].matches(of: #/href="(.*?)">(?:<small>(.*?)</small>)?/#).map {
        "\($0.1) \($0.2 ?? "")"
      }
    }
    #expect(try links("a b") == ["./index.html ", "./c.html Next"])
    #expect(try links("c") == ["./a%20b.html Previous", "./index.html ", "./e.html Next"])
    #expect(try links("e") == ["./c.html Previous", "./index.html "])
    #expect(try command.folder.text(of: "output/a b.html").contains("<span lang=\"de\">Zwei</span>"))
    // Verified as it is, though the notebook alone would give no links.
    let verified = try command.run("verify", "output/c.html", "book/c.md", "--progress", "none")
    #expect(verified.status == 0)
    #expect(verified.output.contains("its links to the pages beside it were taken as they are"))
    #expect(try command.run("book/c.md", "--progress", "none").status == 0)
    #expect(try links("c") == [])
  }

  @Test func onePageWithANameOfItsOwnHasNoneBesideIt() throws {
    try command.folder.write("---\ntitle: One\n---\n", to: "book/one.md")
    #expect(try command.run("book", "-o", "page.html", "--progress", "none").status == 0)
    #expect(try command.files().filter { $0.hasSuffix(".html") } == ["page.html"])
    let page = try command.folder.text(of: "page.html")
    #expect(page.contains("<h1>One") && !page.contains("<nav class=\"way\""))
  }

  @Test func whatAStoppedRunOfAFolderHasNotComeToIsNamedWithoutAPage() throws {
    try command.folder.write(Command.notebook, to: "book/long.md")
    try command.folder.write("---\ntitle: Later\nparams: {steps: 1}\n---\n", to: "book/z.md")
    let run = try command.start(
      ["book", "-p", "steps=399998", "--time-limit", "3s", "--progress", "none"], under: Command.mayHang)
    #expect(try command.finish(run).status == 130)
    let index = try command.folder.text(of: "output/index.html")
    #expect(index.contains("<a href=\"./long.html\">A small notebook</a>"))
    #expect(index.contains("<span>z</span><span class=\"bad\"><strong>✗ it did not run</strong></span>"))
    #expect(try command.files().filter { $0.hasSuffix(".html") } == ["output/index.html", "output/long.html"])
  }

  /// Some systems tell no capital from a small letter.
  @Test(arguments: ["index", "Index"]) func aNotebookOfThatNameHasThePage(_ name: String) throws {
    try command.folder.write(
      "# The first\n\n```{load}\ndataset: digits\ntrain: 20\ntest: 10\n```\n", to: "book/\(name).md")
    try command.folder.write("---\ntitle: Two\n---\n", to: "book/two.md")
    #expect(try command.run("book", "--progress", "none").status == 0)
    #expect(try command.folder.text(of: "output/\(name).html").contains("<h1>The first"))
    #expect(try command.files().filter { $0.hasSuffix(".html") } == ["output/\(name).html", "output/two.html"])
    #expect(try !command.folder.text(of: "output/two.html").contains("<nav class=\"way\""))
  }

  @Test func aFolderWithoutANotebookIsAMistake() throws {
    try command.folder.write("# Only prose\n", to: "book/README.md")
    for arguments in [["book"], ["check", "book"], ["list", "book"]] {
      let result = try command.finish(try command.start(arguments))
      #expect(result.status == 2)
      #expect(result.error.contains("error: book: there is no notebook in this folder\n"))
    }
  }

  @Test func aWrongNotebookOfAFolderIsNotTakenForProse() throws {
    try command.folder.write(Data("caf".utf8) + [0xE9], to: "book/latin.md")
    try command.folder.write("```{laod}\n```\n", to: "book/wrong.md")
    symlink("nowhere", command.folder.path("book/gone.md"))
    let result = try command.run("check", "book")
    #expect(result.status == 2)
    #expect(result.error.contains("error: book/gone.md: there is no such file\n"))
    #expect(result.error.contains("book/latin.md:1:4: error: ") && result.error.contains("book/wrong.md:1:4: error: "))
  }

  @Test func checkReadsStandardInput() throws {
    let right = try command.run("check", "-", input: Command.notebook)
    #expect(right.status == 0)
    #expect(right.output == "<stdin>: 4 cells, nothing wrong\n")
    let wrong = try command.run("check", "-", input: "# A\n\n```{laod}\n```\n")
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("<stdin>:3:4: error: there is no directive {laod}"))
    let large = try command.run("check", "-", input: String(repeating: "a", count: 4_000_001))
    #expect(large.error.contains("a notebook has at most 4000000 bytes, and this one has more"))
    for arguments in [["-"], ["list", "-"], ["-", "--step"]] {
      let result = try command.finish(try command.start(arguments, input: Command.notebook))
      #expect(result.status == 2)
      #expect(result.error.contains("only 'nbrun check' reads standard input"))
    }
  }

  @Test func thePageOfAnotherNotebookIsNotReplacedInSilence() throws {
    try command.folder.write("# One\n", to: "d1/s.md")
    try command.folder.write("# Two\n", to: "d2/s.md")
    #expect(try command.run("d1/s.md", "--progress", "none").error.isEmpty)
    #expect(try command.run("d1/s.md", "--progress", "none").error.isEmpty)
    let other = try command.run("d2/s.md", "--progress", "none")
    #expect(other.status == 0)
    #expect(
      other.error
        == "note: output/s.html was the page of \(command.folder.path("d1/s.md")), and becomes that of d2/s.md\n")
    #expect(try command.run("d2/s.md", "--progress", "none").error.isEmpty)
    unlink(command.folder.path("d2/s.md"))
    #expect(try command.run("d1/s.md", "--progress", "none").error.isEmpty, "a notebook that is gone has no page")
  }

  @Test func aTimeLimitStopsARunAsCtrlCDoes() throws {
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write("# Later\n", to: "z.md")
    let run = try command.start(
      ["small.md", "z.md", "-p", "steps=399998", "--time-limit", "3s", "--progress", "none"], under: Command.mayHang)
    let result = try command.finish(run)
    #expect(result.status == 130)
    #expect(result.output.contains("cells ran, then the 3s of --time-limit were over; page: output/small.html\n"))
    #expect(result.output.contains("the same command goes on from there\n"))
    #expect(!result.output.contains("z.md"))
    #expect(try command.run("small.md", "--time-limit", "1h", "--progress", "none").status == 0)
  }

  @Test(arguments: ["0", "-1", "ten", "1d", "", "nan", "inf", "1e99h"]) func aTimeLimitIsATime(_ limit: String) throws {
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("small.md", "--time-limit=\(limit)").status == 2)
    #expect(try command.files() == ["small.md"])
  }

  @Test func aCellThatEqualsOneAboveIsNotSaidToComeFromAnEarlierRun() throws {
    let cell = "```{load}\nlabel: LABEL\ndataset: digits\ntrain: 60\ntest: 20\n```\n"
    try command.folder.write(
      ["one", "two"].map { cell.replacing("LABEL", with: $0) }.joined(), to: "twins.md")
    let first = try command.run("twins.md", "--progress", "plain").error
    #expect(first.contains("[2/2] load two\n      the same as 'one'\n"))
    #expect(!first.contains("kept from an earlier run"))
    let second = try command.run("twins.md", "--progress", "plain").error
    #expect(second.contains("[1/2] load one\n      kept from an earlier run\n"))
    #expect(second.contains("[2/2] load two\n      the same as 'one'\n"))
  }
}

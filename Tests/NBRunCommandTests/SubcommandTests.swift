import Foundation
import TestSupport
import Testing

/// `check`, `list`, `new`, and what the command says about itself.
struct SubcommandTests {
  @Test func checksNotebooksWithoutRunningThem() throws {
    let command = try Command()
    try command.folder.write(Command.failing, to: "failing.md")
    try command.folder.write("```{load}\ndataset: digits\n```\n", to: "one.md")
    let result = try command.run("check", "failing.md", "one.md")
    #expect(result.status == 0)
    #expect(result.output == "failing.md: 4 cells, nothing wrong\none.md: 1 cell, nothing wrong\n")
    #expect(result.error.isEmpty)
    #expect(try command.files() == ["failing.md", "one.md"])
  }

  @Test func saysEverythingThatIsWrongInEveryNotebook() throws {
    let command = try Command()
    try command.folder.write("```{laod}\n```\n{{x}}\n", to: "a.md")
    try command.folder.write("```{load}\n", to: "b.md")
    let result = try command.run("check", "a.md", "nothing.md", "b.md", "--format", "short")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    let places = result.error.split(separator: "\n").map { $0.split(separator: " ")[0] }
    #expect(places == ["a.md:1:4:", "a.md:3:1:", "error:", "b.md:1:1:"])
  }

  @Test func checksWithTheParametersOfTheCommandLine() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("check", "small.md", "-p", "steps=0").error.contains("from 1 to 100000000, not 0"))
    #expect(try command.run("check", "small.md", "-p", "steps=9").status == 0)
  }

  @Test func listsTheCellsWithTheirPlacesAndWhyTheyWillRun() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(
      try command.run("list", "small.md").output == """
        1/4  load 'digits'  small.md:5
              will run: it has not run before
        2/4  build 'net'  small.md:11  The network
              will run: it has not run before
        3/4  train 'fit'  small.md:18
              will run: it has not run before
        4/4  evaluate 'test'  small.md:24
              will run: it has not run before

        """)
    #expect(try command.run("small.md").status == 0)
    #expect(
      try command.run("list", "small.md", "-p", "steps=8").output == """
        1/4  load 'digits'  small.md:5
              kept
        2/4  build 'net'  small.md:11  The network
              kept
        3/4  train 'fit'  small.md:18
              will go on after step 6: steps 6 → 8
        4/4  evaluate 'test'  small.md:24
              will run: upstream 'net' changed

        """)
  }

  @Test func cleansWhatWasKept() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("clean").output == "nothing was kept in \(command.folder.path(Command.store))\n")
    #expect(try command.run("small.md").status == 0)
    let answer = try command.run("clean").output
    #expect(
      answer.hasPrefix("removed 6 files, ") && answer.hasSuffix(" MB, from \(command.folder.path(Command.store))\n"))
    #expect(try command.stored() == [])
    #expect(try command.files().contains("output/small.html"))
  }

  @Test func keepsNothingWithoutACache() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("small.md", "--no-cache").status == 0)
    #expect(try command.stored() == [])
  }

  @Test func writesANewNotebookThatIsRight() throws {
    let command = try Command()
    #expect(try command.run("new", "a/first.md").output == "wrote a/first.md; run it with: nbrun a/first.md\n")
    #expect(try command.run("check", "a/first.md").output == "a/first.md: 4 cells, nothing wrong\n")
  }

  @Test func leavesAFileThatIsThere() throws {
    let command = try Command()
    try command.folder.write("mine", to: "first.md")
    let result = try command.run("new", "first.md")
    #expect(result.status == 2)
    #expect(result.error == "error: first.md is already there, and is left as it is\n")
    #expect(try command.folder.text(of: "first.md") == "mine")
  }

  @Test func leavesALinkThatLeadsNowhere() throws {
    let command = try Command()
    symlink("nowhere.md", command.folder.path("first.md"))
    let result = try command.run("new", "first.md")
    #expect(result.status == 2)
    #expect(result.error == "error: first.md is already there, and is left as it is\n")
    #expect(try command.files() == ["first.md"])
    #expect(access(command.folder.path("first.md"), F_OK) != 0)
  }

  /// A shell has put the home folder in its place where that is meant.
  @Test func takesATildeForAName() throws {
    let command = try Command()
    #expect(try command.run("new", "~/first.md").status == 0)
    #expect(try command.run("check", "~/first.md").status == 0)
    try command.folder.write(Command.notebook, to: "~/small.md")
    #expect(try command.run("~/small.md", "-o", "~/pages/small.html").status == 0)
    #expect(try Set(command.files()).isSuperset(of: ["~/first.md", "~/pages/small.html"]))
  }

  @Test func saysItsVersionAndHelp() throws {
    let command = try Command()
    let version = try command.run("--version")
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    let help = try command.run("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("usage, or a notebook is wrong and did not run"))
    #expect(help.error.isEmpty)
  }
}

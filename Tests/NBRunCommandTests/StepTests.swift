import Foundation
import TestSupport
import Testing

@testable import NBRunCommand

/// `--step`: one cell at a time, as lines of input say.
struct StepTests {
  private static let prompt = "step> "

  /// What the command answers to each line, and what it left.
  private func step(
    _ lines: [String], notebook: String = Command.notebook
  ) throws -> (answers: [String], status: Int32, command: Command) {
    let command = try Command()
    try command.folder.write(notebook, to: "small.md")
    let input = lines.map { $0 + "\n" }.joined()
    let result = try command.finish(try command.start(["small.md", "--step"], input: input))
    let parts = result.output.split(separator: Self.prompt, omittingEmptySubsequences: false).map(String.init)
    return (parts, result.status, command)
  }

  @Test func showsTheNextCellBeforeItRuns() throws {
    let answers = try step(["n", "q"]).answers
    #expect(answers.count == 3)
    #expect(answers[0].hasPrefix("A small notebook: 4 cells; type 'help' for what can be typed\n"))
    #expect(answers[0].contains("(1/4) {load} digits  small.md:5\n    label: digits\n    dataset: digits\n"))
    #expect(answers[1].contains("Parts of the data set"))
    #expect(answers[1].contains("(2/4) {build} net  small.md:11\n"))
  }

  @Test func takesAnEmptyLineForTheNextCell() throws {
    #expect(try step(["", "q"]).answers == (try step(["next", "q"]).answers))
  }

  @Test func runsAllThatIsLeft() throws {
    let (answers, status, _) = try step(["n", "c", "n", "q"])
    #expect(answers[2].contains("(4/4) {evaluate} test"))
    #expect(answers[2].hasSuffix("(end) every cell has run\n"))
    #expect(answers[3] == "that was the last cell; 'b' goes back, 'p LABEL' prints a cell, 'q' quits\n")
    #expect(answers[4].hasSuffix("small.md: all 4 cells ran; page: output/small.html\n"))
    #expect(status == 0)
  }

  @Test func printsCellsAgain() throws {
    let answers = try step(["p", "p net", "n", "p", "p digits", "p dgits", "p a b", "q"]).answers
    #expect(answers[1] == "no cell has run yet\n")
    #expect(answers[2] == "'net' has not run yet\n")
    #expect(answers[4] == answers[5])
    #expect(answers[3].hasPrefix(answers[4]))
    #expect(answers[6] == "nothing is labelled 'dgits'; did you mean 'digits'?\n")
    #expect(answers[7] == "'p' takes a label, a series such as fit.loss, an example such as 3 or wrong, or nothing\n")
  }

  @Test func saysWhatCanBeTyped() throws {
    let answers = try step(["help", "?", "nxt", "xyzzy", "q now", "q"]).answers
    #expect(answers[1] == StepCommand.helpText.text)
    #expect(answers[2] == StepCommand.helpText.text)
    #expect(answers[3] == "there is no command 'nxt'; did you mean 'next'? ('help' lists them)\n")
    #expect(answers[4] == "there is no command 'xyzzy' ('help' lists them)\n")
    #expect(answers[5] == "'q' takes nothing after it\n")
  }

  @Test func quitsAtTheEndOfInputAndWritesThePageSoFar() throws {
    let (answers, status, command) = try step(["n"])
    #expect(answers.last == "\nsmall.md: 1 of 4 cells ran; page: output/small.html\n")
    #expect(status == 0)
    #expect(try command.files().contains("output/small.html"))
  }

  @Test func writesThePageWhenAsked() throws {
    let (answers, _, command) = try step(["n", "h", "q"])
    #expect(answers[2] == "wrote output/small.html\n")
    let page = try command.folder.text(of: "output/small.html")
    #expect(page.contains("Parts of the data set"))
  }

  @Test(arguments: [["c"], ["n", "n", "n", "n", "q"], ["n", "h", "p", "p net", "help", "what", "c", "n", "q"]])
  func endsInThePageOfAStraightRun(_ lines: [String]) throws {
    let command = try step(lines).command
    let stepped = try command.folder.text(of: "output/small.html")
    #expect(try command.run("small.md", "--no-cache").status == 0)
    #expect(try command.folder.text(of: "output/small.html") == stepped)
  }

  @Test func saysWhyACellFailedAndCanTryItAgain() throws {
    let (answers, status, command) = try step(["c", "n", "p test", "q"], notebook: Command.failing)
    #expect(answers[1].contains("failed: the loss is "))
    #expect(answers[2].hasPrefix("failed: the loss is "))
    #expect(answers[3] == "'test' has not run yet\n")
    #expect(status == 1)
    #expect(try command.files().contains("output/small.html"))
  }

  @Test func tellsWhetherAnExpectationHolds() throws {
    let (answers, status, _) = try step(["c", "q"], notebook: Command.missing)
    #expect(answers[1].contains("failed: test.images == 21 (measured 20)\n"))
    #expect(status == 3)
  }
}

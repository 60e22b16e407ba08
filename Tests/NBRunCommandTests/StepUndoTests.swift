import TestSupport
import Testing

@testable import NBRunCommand

/// `undo` at the prompt of `--step`.
struct StepUndoTests {
  private func answers(_ lines: String...) throws -> [String] {
    try SteppedNotebook(Command.notebook).step(lines).answers
  }

  @Test func undoesTheLastCommandWhereverItLedFrom() throws {
    let answers = try answers("undo", "n 2", "s 2", "n", "undo", "undo", "undo", "s", "set steps 9", "undo", "keep")
    #expect(answers[1] == "there is nothing to undo\n")
    #expect(answers[5].hasPrefix("(3/4) {train} fit  step 2 of 6"))
    #expect(answers[6].hasPrefix("(4/4) {evaluate} test"), "undone twice is done")
    #expect(answers[7].hasPrefix("(3/4) {train} fit  step 2 of 6"))
    #expect(answers[8].hasPrefix("(3/4) {train} fit  step 3 of 6"))
    #expect(answers[10].hasPrefix("(3/4) {train} fit  step 3 of 6"))
    #expect(answers[11] == "nothing is being tried; 'set KEY VALUE' does\n")
  }

  @Test func hasNothingToUndoHoweverOftenItIsAsked() throws {
    let answers = try answers("undo", "undo", "n", "undo")
    #expect(answers[1] == "there is nothing to undo\n")
    #expect(answers[2] == answers[1])
    #expect(answers[4].hasPrefix("(1/4) {load} digits"))
  }

  @Test func doesNotUndoWhatIsInTheFile() throws {
    let answers = try answers("n 2", "set steps 9", "keep", "undo", "n", "e", "undo")
    #expect(answers[4] == "there is nothing to undo\n")
    #expect(answers[7] == "there is nothing to undo\n")
  }

  @Test func givesThePageOfAStraightRunAfterUndoing() throws {
    let stepped = try SteppedNotebook(Command.notebook)
    _ = try stepped.step(["c", "undo", "n 3", "undo", "s 2", "undo", "n 2", "s 3", "undo", "undo", "undo", "c"])
    #expect(try stepped.folder.text(of: "output/small.html") == stepped.straightPage())
  }
}

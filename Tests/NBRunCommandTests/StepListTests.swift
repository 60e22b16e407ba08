import TestSupport
import Testing

@testable import NBRunCommand

/// `list` and `where` at the prompt of `--step`.
struct StepListTests {
  private func answers(_ lines: String...) throws -> [String] {
    try SteppedNotebook(Command.notebook).step(lines).answers
  }

  @Test func listsTheCellsAndSaysWhereItStands() throws {
    let answers = try answers("w", "l", "n 2", "s 2", "l", "w", "b 9", "cells")
    #expect(answers[1] == answers[0].split(separator: "\n", maxSplits: 1)[1])
    #expect(
      answers[2] == """
        > 1 {load}     digits
          2 {build}    net
          3 {train}    fit
          4 {evaluate} test

        """)
    let lines = answers[5].split(separator: "\n")
    #expect(lines[0].wholeMatch(of: #/\ \ 1 {load}     digits done, [0-9.]+ s/#) != nil, "\(lines[0])")
    #expect(lines[2].wholeMatch(of: #/> 3 {train}    fit    step 2 of 6, [0-9.]+ s/#) != nil, "\(lines[2])")
    #expect(lines[3] == "  4 {evaluate} test")
    #expect(answers[6].hasPrefix("(3/4) {train} fit  step 2 of 6"))
    #expect(answers[8] == answers[2], "what was gone back behind has not run")
  }

  @Test func saysInTheListWhatWasKept() throws {
    let stepped = try SteppedNotebook(Command.notebook, keeps: true)
    _ = try stepped.step(["c"])
    let answers = try stepped.step(["c", "l"]).answers
    let lines = answers[2].split(separator: "\n")
    #expect(
      lines[2].wholeMatch(of: #/\ \ 3 {train}    fit    done, [0-9.]+ s, kept from before/#) != nil, "\(lines[2])")
  }
}

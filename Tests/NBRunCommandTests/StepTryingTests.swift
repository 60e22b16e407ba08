import Foundation
import NotebookReport
import NotebookResults
import TestSupport
import Testing

@testable import NBRunCommand

/// Values tried in a cell, left again or written into the notebook; and a notebook edited meanwhile.
struct StepTryingTests {
  private static let notebook = Command.notebook.replacing(
    "batch: 10", with: "batch: 10\noptimizer: {adam: {learning_rate: 0.001}}")

  private func stepped() throws -> SteppedNotebook { try SteppedNotebook(Self.notebook) }

  @Test func showsBothCurves() throws {
    let answers = try stepped().step(["g fit", "n", "set learning_rate 0.5", "n", "p fit", "drop", "p fit"]).answers
    #expect(answers[3].hasPrefix("trying learning_rate 0.5 in 'fit'; "))
    #expect(answers[3].contains("optimizer: {adam: {learning_rate: 0.5}}"))
    for answer in [answers[4], answers[5], answers[7]] {
      for curve in ["as written  0.", "learning_rate 0.5  0."] { #expect(answer.contains(curve)) }
    }
    #expect(answers[6].hasPrefix("left learning_rate 0.5\n(4/4) {evaluate} test"))
  }

  @Test func leavesNoTraceWhenDropped() throws {
    let stepped = try stepped()
    let report = try stepped.step(["g fit", "s 3", "set learning_rate 0.5", "n", "drop", "c"]).report
    #expect(try ReportPage.html(for: report) == stepped.straightPage())
    #expect(try stepped.folder.text(of: "small.md") == Self.notebook)
  }

  @Test func writesTheChangeIntoTheNotebookAndNothingElse() throws {
    let stepped = try stepped()
    let report = try stepped.step(["g fit", "set learning_rate 0.5", "set batch 12", "n", "keep", "c"]).report
    #expect(
      try stepped.folder.text(of: "small.md")
        == Self.notebook.replacing("learning_rate: 0.001", with: "learning_rate: 0.5").replacing(
          "batch: 10", with: "batch: 12"))
    #expect(try ReportPage.html(for: report) == stepped.straightPage())
  }

  /// A training that another cell stands behind which no fence has, and one more cell with options.
  private static let repeated = notebook.replacing("batch: 10", with: "batch: 10\nrepeat: 2")
    .replacing("on: digits.test", with: "on: digits.train")

  @Test func changesTheCellThatIsMeantBehindARepeatedTraining() throws {
    let stepped = try SteppedNotebook(Self.repeated)
    let report = try stepped.step(["g test", "set on digits.test", "n", "keep", "c"]).report
    #expect(
      try stepped.folder.text(of: "small.md") == Self.repeated.replacing("on: digits.train", with: "on: digits.test"))
    #expect(try ReportPage.html(for: report) == stepped.straightPage())
  }

  @Test func changesTheTrainingWhereItsSeedsAreAtHand() throws {
    let stepped = try SteppedNotebook(Self.repeated)
    let (answers, report) = try stepped.step(["g fit-seeds", "set learning_rate 0.5", "n", "n", "keep", "c"])
    #expect(answers[2].hasPrefix("trying learning_rate 0.5 in 'fit'; "))
    #expect(
      try stepped.folder.text(of: "small.md")
        == Self.repeated.replacing("learning_rate: 0.001", with: "learning_rate: 0.5"))
    #expect(try ReportPage.html(for: report) == stepped.straightPage())
  }

  @Test func doesNotOverwriteANotebookThatWasEditedMeanwhile() throws {
    let stepped = try stepped()
    let answers = try stepped.step(["g fit", "set batch 12", "keep"]) { line in
      if line == 2 { _ = try? stepped.folder.write(Self.notebook + "\nMore.\n", to: "small.md") }
    }.answers
    #expect(answers[3].contains("was changed meanwhile and is left as it is"))
    #expect(try stepped.folder.text(of: "small.md") == Self.notebook + "\nMore.\n")
  }

  @Test func saysWhatIsWrongWithAValue() throws {
    let answers = try stepped().step([
      "g fit", "set batch many", "set learnin_rate 0.1", "set batch", "drop", "keep", "n",
    ])
    .answers
    #expect(answers[2].contains("error: "))
    #expect(answers[3].contains("{train} has no key 'learnin_rate'"))
    #expect(answers[4] == "'set' takes a key and a value\n")
    #expect(answers[5] == "nothing is being tried; 'set KEY VALUE' does\n")
    #expect(answers[6] == "nothing is being tried; 'set KEY VALUE' does\n")
    #expect(answers[7].contains("(4/4) {evaluate} test"), "the run is where it was")
  }

  @Test(arguments: [
    ("learning_rate: 0.001", "learning_rate: 0.002", "back to 'fit', the first cell that changed\n(3/4)"),
    ("units: 4", "units: 5", "back to 'net', the first cell that changed\n(2/4)"),
    ("on: digits.test", "on: digits.train", "no cell that has run changed\n(4/4)"),
    ("It reads", "It now reads", "no cell that has run changed\n(4/4)"),
    ("caption: The network", "caption: A network # of four units", "no cell that has run changed\n(4/4)"),
    ("label: fit", "label: fitted", "no cell that has run changed\n(4/4)"),
    ("It reads", "It [reads](#nowhere), which is a warning,", "no cell that has run changed\n(4/4)"),
  ])
  func goesBackToTheFirstCellThatChanged(_ before: String, _ after: String, _ answer: String) throws {
    let stepped = try stepped()
    let (answers, report) = try stepped.step(["g test", "e", "c"]) { line in
      if line == 1 { _ = try? stepped.folder.write(Self.notebook.replacing(before, with: after), to: "small.md") }
    }
    #expect(answers[2].hasPrefix(answer), "\(answers[2])")
    #expect(try ReportPage.html(for: report) == stepped.straightPage())
  }

  @Test func keepsTheRunWhenTheEditedFileIsWrong() throws {
    let stepped = try stepped()
    let (answers, report) = try stepped.step(["g test", "e", "c"]) { line in
      if line == 1 { _ = try? stepped.folder.write(Self.notebook + "\n```{trian}\n```\n", to: "small.md") }
    }
    #expect(answers[2].contains("did you mean 'train'?"))
    #expect(answers[2].hasSuffix("nothing was changed here\n"))
    #expect(report.outcome == .succeeded)
  }
}

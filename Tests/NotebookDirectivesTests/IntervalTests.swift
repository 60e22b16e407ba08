import NotebookResults
import Testing

@testable import NotebookDirectives

/// When something is measured while training.
struct IntervalTests {
  private func positions(_ interval: Interval, steps: Int, epochSteps: Int) -> [Int: Int] {
    var positions: [Int: Int] = [:]
    for step in 0..<steps {
      if let position = interval.position(after: step, epochSteps: epochSteps) { positions[step] = position }
    }
    return positions
  }

  @Test func measuresEveryTwentyStepsFromStepZeroOn() {
    #expect(positions(.steps(20), steps: 50, epochSteps: 7) == [0: 0, 20: 20, 40: 40])
  }

  @Test func measuresEveryEpochAtItsLastStep() {
    #expect(positions(.epochs(1), steps: 22, epochSteps: 7) == [6: 0, 13: 1, 20: 2])
  }

  @Test func measuresEverySecondEpochAtTheEndOfTheSecond() {
    #expect(positions(.epochs(2), steps: 30, epochSteps: 7) == [13: 1, 27: 3])
  }

  @Test func recordsSoMuchAndNoMoreInARun() throws {
    let text = """
      \(TestNotebook.model)
      ```{train}
      label: fit
      epochs: 2
      batch: 100
      report: {batch_loss: every 2 steps, test_accuracy: every epoch, train_loss: every 4 steps, test_batch_accuracy: every step}
      ```
      """
    let run = try TestNotebook(text).run()
    #expect(run.points("fit", "batch_loss")?.map(\.x) == [0, 2, 4])
    #expect(run.points("fit", "test_accuracy")?.map(\.x) == [0, 1])
    #expect(run.points("fit", "train_loss")?.map(\.x) == [0, 4])
    #expect(run.points("fit", "test_batch_accuracy")?.map(\.x) == [0, 1, 2, 3, 4, 5])
  }

  @Test func countsAnEpochOfAsManyStepsAsTheNotebookSays() throws {
    let text =
      "\(TestNotebook.model)```{train}\nlabel: fit\nepochs: 2\nepoch_steps: 3\nbatch: 8\nreport: {batch_loss: every epoch}\n```\n"
    let run = try TestNotebook(text).run()
    #expect(run.number("fit", "steps") == 6)
    #expect(run.points("fit", "batch_loss")?.map(\.x) == [0, 1])
  }
}

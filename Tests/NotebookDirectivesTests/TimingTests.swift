import NotebookResults
import Testing

@testable import NotebookDirectives

/// When something is measured while training.
struct TimingTests {
  /// What is recorded after which of so many steps, step by step and counted beforehand.
  private func places(_ timing: Timing, steps: Int, epochSteps: Int) -> [Int: Int] {
    let due = (0..<steps).filter { timing.isDue(after: $0, epochSteps: epochSteps) }
    let places = Dictionary(uniqueKeysWithValues: due.map { ($0, timing.place(of: $0, epochSteps: epochSteps)) })
    #expect(places.values.sorted() == timing.places(in: steps, epochSteps: epochSteps, withLast: false))
    return places
  }

  @Test func measuresEveryTwentyStepsFromStepZeroOn() {
    #expect(places(.every(.steps(20)), steps: 50, epochSteps: 7) == [0: 0, 20: 20, 40: 40])
  }

  @Test func measuresEveryEpochAtItsLastStep() {
    #expect(places(.every(.epochs(1)), steps: 22, epochSteps: 7) == [6: 0, 13: 1, 20: 2])
  }

  @Test func measuresEverySecondEpochAtTheEndOfTheSecond() {
    #expect(places(.every(.epochs(2)), steps: 30, epochSteps: 7) == [13: 1, 27: 3])
  }

  @Test(arguments: [
    (Timing.every(.steps(20)), 50, [0, 20, 40, 49]), (.every(.steps(20)), 41, [0, 20, 40]),
    (.every(.epochs(1)), 22, [0, 1, 2, 3]), (.every(.epochs(1)), 21, [0, 1, 2]), (.every(.epochs(2)), 21, [1, 2]),
    (.atTheEnd, 22, [21]), (.every(.steps(3)), 0, []),
  ]) func recordsTheLastStepUnderItsStepOrItsEpoch(_ timing: Timing, _ steps: Int, _ places: [Int]) {
    #expect(timing.places(in: steps, epochSteps: 7, withLast: true) == places)
  }

  @Test func recordsSoMuchAndNoMoreInARun() throws {
    let text = """
      \(TestNotebook.model)
      ```{train}
      label: fit
      epochs: 2
      batch: 100
      report: {batch_loss: every 2 steps, test_accuracy: every epoch, train_loss: every 4 steps, test_batch_accuracy: every step, test_loss: at the end}
      ```
      """
    let run = try TestNotebook(text).run()
    #expect(run.points("fit", "batch_loss")?.map(\.x) == [0, 2, 4, 5])
    #expect(run.points("fit", "test_accuracy")?.map(\.x) == [0, 1])
    #expect(run.points("fit", "train_loss")?.map(\.x) == [0, 4, 5])
    #expect(run.points("fit", "test_batch_accuracy")?.map(\.x) == [0, 1, 2, 3, 4, 5])
    #expect(run.points("fit", "test_loss")?.map(\.x) == [5])
  }

  @Test func endsWithWhatAnEvaluationSaysHoweverOftenItMeasures() throws {
    let text = """
      \(TestNotebook.model)
      ```{train}
      label: fit
      steps: 8
      batch: 30
      epoch_steps: 3
      report: {test_accuracy: every 5 steps, test_loss: every 2 epochs}
      ```
      ```{evaluate}
      label: test
      ```
      """
    let run = try TestNotebook(text).run()
    #expect(run.points("fit", "test_accuracy")?.map(\.x) == [0, 5, 7])
    #expect(run.points("fit", "test_loss")?.map(\.x) == [1, 2])
    #expect(run.number("fit", "test_accuracy") == run.number("test", "accuracy"))
    #expect(run.number("fit", "test_loss") == run.number("test", "loss"))
  }

  @Test func countsAnEpochOfAsManyStepsAsTheNotebookSays() throws {
    let text =
      "\(TestNotebook.model)```{train}\nlabel: fit\nepochs: 2\nepoch_steps: 3\nbatch: 8\nreport: {batch_loss: every epoch}\n```\n"
    let run = try TestNotebook(text).run()
    #expect(run.number("fit", "steps") == 6)
    #expect(run.points("fit", "batch_loss")?.map(\.x) == [0, 1])
  }
}

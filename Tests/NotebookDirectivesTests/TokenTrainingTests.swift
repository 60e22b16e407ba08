import NotebookPlanning
import NotebookResults
import NotebookRunning
import TestSupport
import Testing

/// A sign is told at each step of examples that stand alone.
struct TokenTrainingTests {
  private static func notebook(_ dataset: String, classes: Int, steps: Int, lengths: String = "") -> String {
    """
    ```{load}
    label: task
    dataset: \(dataset)
    train: 400
    test: 60
    time_steps: \(steps)
    \(lengths)
    ```
    ```{build}
    label: net
    layers: [gru: {units: 24}, dense: {units: \(classes)}]
    ```
    ```{train}
    label: fit
    steps: 150
    batch: 20
    optimizer: {adam: {learning_rate: 0.02}}
    report: {batch_accuracy: every 50 steps, test_loss: every 50 steps}
    ```
    ```{evaluate}
    label: test
    ```

    """
  }

  private static let notebooks = [
    notebook("sums", classes: 11, steps: 6), notebook("copying", classes: 9, steps: 21),
    notebook("copying", classes: 9, steps: 26, lengths: "shortest: 22"),
  ]

  @Test(arguments: notebooks) func learnsMoreThanWhatItSees(_ text: String) throws {
    let run = try TestNotebook(text).run()
    #expect(run.report.outcome == .succeeded)
    func number(_ field: String) -> Double { run.number("test", field) ?? .nan }
    #expect(number("loss") < number("baseline_loss") && number("token_loss") <= number("baseline_loss"))
    #expect(number("accuracy") == number("correct") / number("targets"))
    #expect(number("baseline_accuracy") <= number("token_accuracy"))
    #expect(number("examples") == 60 && 0...1 ~= number("whole_examples"))
    #expect(run.number("fit", "test_loss") == number("loss"))
  }

  @Test func countsExamplesThatAreToldAsAWhole() throws {
    let text = Self.notebook("sums", classes: 11, steps: 6).replacing("steps: 150", with: "steps: 600")
      .replacing("units: 24", with: "units: 48")
    let run = try TestNotebook(text).run()
    let share = try #require(run.number("test", "whole_examples"))
    #expect(share > 0.5)
    let listed = run.result(3)?.outputs.compactMap { output -> Int? in
      if case .table(let table) = output, table.caption.hasPrefix("The first") { table.rows.count } else { nil }
    }
    #expect(listed?.first ?? 0 == min(12, Int((60 * (1 - share)).rounded())))
  }

  @Test(arguments: notebooks) func givesTheSameEventsForAnyNumberOfThreads(_ text: String) throws {
    let expected = try TestNotebook(text).run(threads: 1).events
    #expect(try TestNotebook(text).run(threads: 3).events == expected)
  }

  /// Whoever remembers nothing of copying is as good as one who sees the sign alone: ten digits out of eight, the rest blanks.
  @Test func hasTheLossOfRememberingNothingBesideTheModel() throws {
    let text = Self.notebook("copying", classes: 9, steps: 40).replacing("train: 400", with: "train: 20000")
    let run = try TestNotebook(text.replacing("steps: 150", with: "steps: 1")).run()
    // The eleventh sign that asks is answered by a blank: the choice among nine, of which the blank is one in eleven.
    let expected = (10 * 2.079_441_541_679_836 + 11 * 0.304_636_097_349_253) / 40
    #expect(abs(try #require(run.number("test", "token_loss")) - expected) < 0.01)
  }
}

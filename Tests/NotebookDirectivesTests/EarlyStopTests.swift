import NotebookPlanning
import NotebookResults
import NotebookRunning
import Testing

@testable import NotebookDirectives

/// Trainings that end before their last step, and weights that are not the last ones.
struct EarlyStopTests {
  private static let loss = Metric(name: "loss", form: .real, isLargerBetter: false)

  @Test(arguments: [
    ([3, 2, 1], 1, false), ([3, 2, 2], 1, true), ([3, 2, 2], 2, false), ([3, 1, 2, 1], 2, true),
    ([3, 1, 2, 0.5], 2, false), ([1], 1, false), ([1, .nan], 1, true), ([.nan, .nan, 1], 1, false),
  ])
  func isDueWhenNothingBetterCameForAsManyMeasurements(_ values: [Double], _ patience: Int, _ isDue: Bool) {
    let points = values.enumerated().map { SeriesPoint(x: $0.offset, y: $0.element) }
    #expect(EarlyStop(measure: "test_loss", patience: patience).isDue(after: points, of: Self.loss) == isDue)
  }

  /// A training whose steps lead too far, so that its test loss goes up and down.
  private static func fit(_ options: String, steps: Int = 30, batch: Int = 20, rate: Double = 3) -> String {
    """
    ```{train}
    label: fit
    steps: \(steps)
    batch: \(batch)
    optimizer: {sgd: {learning_rate: \(rate)}}
    \(options)
    report: {test_loss: every 3 steps, batch_loss: at the end}
    ```
    ```{evaluate}
    label: test
    on: digits.test
    ```

    """
  }

  private func run(_ options: String, steps: Int = 30, batch: Int = 20, rate: Double = 3) throws -> TestRun {
    try TestNotebook(TestNotebook.model + Self.fit(options, steps: steps, batch: batch, rate: rate)).run()
  }

  @Test func aTrainingThatDoesNotGetBetterEndsAfterItsPatience() throws {
    // Nothing moves, so the first measurement, after step 0, stays the best; those after steps 3 and 6 are not better.
    let run = try run("stop: {on: test_loss, patience: 2}", rate: 0)
    #expect(run.number("fit", "steps") == 7)
    #expect(run.points("fit", "test_loss")?.map(\.x) == [0, 3, 6])
    #expect(run.points("fit", "batch_loss")?.map(\.x) == [6], "what is measured at the end is measured there")
    let notes = try #require(run.result(2)).outputs.compactMap { if case .note(let text) = $0 { text } else { nil } }
    #expect(notes == ["Ended after 7 of 30 steps: test_loss had not become better for 2 measurements."])
  }

  @Test func aTrainingThatGetsBetterTakesAllItsSteps() throws {
    let stopped = try run("stop: {on: test_loss, patience: 1}", steps: 7, batch: 300, rate: 0.5)
    let whole = try run("", steps: 7, batch: 300, rate: 0.5)
    #expect(stopped.result(2) == whole.result(2))
    #expect(stopped.number("fit", "steps") == 7)
  }

  @Test func theBestWeightsAreTheOnesThatAreLeft() throws {
    let kept = try run("keep_best: test_loss")
    let points = try #require(kept.points("fit", "test_loss"))
    let best = try #require(points.dropLast().min { $0.y < $1.y })
    #expect(best.x != points.last?.x, "the last weights are not the best")
    #expect(kept.number("test", "loss") == best.y)
    #expect(kept.number("fit", "best_step") == Double(best.x))
    let last = try run("")
    #expect(last.number("test", "loss") == points.last?.y)
    #expect(last.points("fit", "test_loss") == points, "keeping weights moves no step")
  }

  @Test func aPausedTrainingStopsAndKeepsAsOneInOneGo() throws {
    let options = "stop: {on: test_loss, patience: 2}\nkeep_best: test_loss"
    let whole = try run(options)
    let steps = Int(try #require(whole.number("fit", "steps")))
    #expect((4..<30).contains(steps), "it ends early, and not at once")
    for pause in 1...steps {
      var runner = Runner(
        plan: try TestNotebook(TestNotebook.model + Self.fit(options)).plan(), options: Runner.Options(threads: 1))
      var report = RunReport(header: runner.plan.header)
      runner.runNextCell { report.record($0) }
      runner.runNextCell { report.record($0) }
      runner.runNextCell(until: .step(pause)) { report.record($0) }
      if let checkpoint = runner.point.work?.checkpoint {
        // As if it came back from a disk into another process.
        var session = runner.session
        let context = CellContext(label: "fit", seed: runner.plan.header.seed, threads: 1)
        runner.point.work = try runner.plan.cells[2].action.begin(in: &session, from: checkpoint, context).work
        #expect(runner.point.step == pause)
      }
      runner.runRemainingCells { report.record($0) }
      #expect(report.cells == whole.report.cells, "paused after \(pause)")
    }
  }
}

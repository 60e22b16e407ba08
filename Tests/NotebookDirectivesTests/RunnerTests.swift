import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import Testing

/// A run as a stream of events: their order, and what a failure or an interruption leaves.
struct RunnerTests {
  private static let training = "```{train}\nlabel: fit\nsteps: 3\nbatch: 16\n```\n"
  private static let evaluation = "```{evaluate}\nlabel: test\non: digits.test\n```\n"

  /// Two dense layers after the recurrent one: with an enormous rate the loss is soon not a number.
  private static let failing = """
    \(TestNotebook.digits)
    ```{build}
    label: net
    layers: [lstm: {units: 16}, dense: {units: 64}, dense: {units: 10}]
    ```
    ```{train}
    label: fit
    steps: 50
    batch: 16
    optimizer: {sgd: {learning_rate: 1e6}}
    ```
    \(evaluation)
    """

  /// The events in words.
  private func words(_ events: [RunEvent]) -> [String] {
    events.map { event in
      switch event {
      case .runStarted: "run"
      case .cellStarted(let index): "start \(index)"
      case .progress(let index, let progress): "step \(index) \(progress.step)/\(progress.totalSteps)"
      case .cellReused(let index, let steps): "reuse \(index) \(steps.map(String.init) ?? "all")"
      case .cellPaused(let index, _): "pause \(index)"
      case .cellFinished(let index, _): "finish \(index)"
      case .cellFailed(let index, _): "fail \(index)"
      }
    }
  }

  @Test func tellsWhatHappensInOrder() throws {
    let run = try TestNotebook(TestNotebook.model + Self.training + Self.evaluation).run()
    #expect(
      words(run.events) == [
        "start 0", "finish 0", "start 1", "finish 1", "start 2", "step 2 1/3", "step 2 2/3", "step 2 3/3", "finish 2",
        "start 3", "finish 3",
      ])
    #expect(run.runner.isFinished)
    #expect(run.report.outcome == .succeeded)
  }

  @Test func runsNoCellWhenNoneIsLeft() throws {
    var runner = try TestNotebook(TestNotebook.digits).run().runner
    var events: [RunEvent] = []
    #expect(runner.runNextCell { events.append($0) } == .nothingLeft)
    #expect(events.isEmpty)
  }

  @Test func runsNoCellAfterOneThatFailed() throws {
    let run = try TestNotebook(Self.failing).run()
    #expect(words(run.events).filter { !$0.hasPrefix("step") }.suffix(3) == ["finish 1", "start 2", "fail 2"])
    #expect(run.report.cells.last == .notRun)
    #expect(run.report.outcome == .failed)
  }

  @Test func saysWhyATrainingFailedAndWhatHelps() throws {
    let run = try TestNotebook(Self.failing).run()
    guard case .failed(let failure) = run.report.cells[2] else {
      Issue.record("the training did not fail")
      return
    }
    #expect(failure.message.hasPrefix("the loss is "))
    #expect(failure.message.contains("learning_rate 1000000"))
    #expect(failure.suggestion == "a smaller learning_rate usually helps")
    #expect(failure.kind == .failed)
  }

  @Test func leavesTheSessionUntouchedByAFailure() throws {
    let run = try TestNotebook(Self.failing).run()
    var runner = run.runner
    #expect(runner.position == 2)
    #expect(runner.session.models["net"]?.trainings == 0)
    #expect(runner.session.records["fit"] == nil)
    var again: [RunEvent] = []
    #expect(runner.runNextCell { again.append($0) } == .failed)
    #expect(again == run.events.suffix(again.count), "a second try goes as the first")
    #expect(again.count > 2)
  }

  @Test func stopsBeforeTheNextCellWhenAsked() throws {
    var finished = 0
    var runner = Runner(
      plan: try TestNotebook(TestNotebook.model + Self.training).plan(),
      options: Runner.Options(threads: 1, isCancelled: { finished == 2 }))
    var (events, report) = ([RunEvent](), RunReport(header: runner.plan.header))
    runner.runRemainingCells { event in
      if case .cellFinished = event { finished += 1 }
      events.append(event)
      report.record(event)
    }
    #expect(words(events) == ["start 0", "finish 0", "start 1", "finish 1", "fail 2"])
    #expect(report.outcome == .interrupted)
    finished = 0
    #expect(runner.runNextCell { report.record($0) } == .finished, "and goes on from there")
    #expect(report.outcome == .succeeded)
  }

  @Test func stopsAtTheNextStepWhenAsked() throws {
    var asked = 0
    let run = try TestNotebook(TestNotebook.model + Self.training + Self.evaluation).run(
      threads: 1,
      isCancelled: {
        asked += 1
        // Three times before cells, twice while digits are drawn, and twice before steps.
        return asked > 7
      })
    #expect(words(run.events).suffix(4) == ["start 2", "step 2 1/3", "step 2 2/3", "pause 2"])
    guard case .paused(let pause) = run.report.cells[2] else {
      Issue.record("the training went on")
      return
    }
    #expect(pause.isInterruption)
    #expect(pause.phrase == "stopped after 2 of 3 steps")
    #expect(run.report.outcome == .interrupted)
  }

  @Test func failsInsteadOfCrashingWhenAModelIsTrainedByThousandsOfCells() throws {
    let text = """
      ```{load}
      dataset: digits
      train: 2
      test: 2
      ```
      ```{build}
      layers: [dense: {units: 10}]
      ```

      """
    let cells = String(repeating: "```{train}\nsteps: 1\nbatch: 1\n```\n", count: 2049)
    // The plan is wrong and says so; whoever runs it all the same gets no further than there are orders of examples.
    let plan = TestNotebook(text + cells).planned()
    #expect(plan.diagnostics.map(\.identifier) == [.limit])
    var runner = Runner(plan: plan.value, options: Runner.Options(threads: 1))
    var events: [RunEvent] = []
    runner.runRemainingCells { events.append($0) }
    #expect(words(events).last == "fail 2050")
  }
}

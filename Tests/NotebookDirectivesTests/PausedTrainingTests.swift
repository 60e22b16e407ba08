import NotebookPlanning
import NotebookResults
import NotebookRunning
import Testing

/// A training can stop after any step, be looked at, gone back in, and go on, and ends in the same bits.
struct PausedTrainingTests {
  private static let text =
    TestNotebook.model + """
      ```{train}
      label: fit
      steps: 23
      batch: 16
      augment: {rotation: 10, shift: 1, elastic: {strength: 1}}
      report: {batch_accuracy: every 2 steps, test_batch_accuracy: every 3 steps, test_loss: every 5 steps}
      ```
      ```{evaluate}
      label: test
      ```

      """

  private func runner() throws -> Runner {
    var runner = Runner(plan: try TestNotebook(Self.text).plan(), options: Runner.Options(threads: 1))
    runner.runNextCell { _ in }
    runner.runNextCell { _ in }
    return runner
  }

  /// The events of all that is left, progress aside.
  private func rest(_ runner: Runner) -> [RunEvent] {
    var runner = runner
    var events: [RunEvent] = []
    runner.runRemainingCells { if case .progress = $0 {} else { events.append($0) } }
    return events
  }

  @Test func goesOnFromAPauseToTheSameBits() throws {
    let whole = rest(try runner())
    var paused = try runner()
    for step in [1, 2, 7, 22] {
      #expect(paused.runNextCell(until: .step(step)) { _ in } == .paused)
      #expect(paused.point.step == step)
    }
    #expect(rest(paused) == whole)
  }

  /// The sixth step measures the whole test part.
  @Test func doesNotTakeAStepThatIsStoppedInWhatItMeasures() throws {
    let whole = rest(try runner())
    var paused = try runner()
    paused.runNextCell(until: .step(5)) { _ in }
    var work = try #require(paused.point.work)
    let before = work.checkpoint
    var asked = 0
    try work.takeStep {
      asked += 1
      return true
    }
    #expect(asked == 1 && work.checkpoint == before)
    paused.point.work = work
    #expect(rest(paused) == whole)
    // One that measures no more than batches is soon over.
    paused.runNextCell(until: .step(7)) { _ in }
    work = try #require(paused.point.work)
    try work.takeStep { true }
    #expect(work.step == 8)
  }

  @Test func goesBackInsideATraining() throws {
    var runner = try runner()
    let whole = rest(runner)
    runner.runNextCell(until: .step(5)) { _ in }
    let early = runner.point
    runner.runNextCell(until: .step(19)) { _ in }
    runner.point = early
    #expect(runner.point.step == 5)
    #expect(rest(runner) == whole)
  }

  @Test func showsAtAPauseWhatWasMeasuredByThen() throws {
    var runner = try runner()
    var pause: CellPause?
    runner.runNextCell(until: .step(5)) { if case .cellPaused(_, let there) = $0 { pause = there } }
    let there = try #require(pause)
    #expect(!there.isInterruption)
    #expect(there.progress.step == 5)
    #expect(there.result.fields.first { $0.name == "steps" }?.quantity == .count(5))
    let points = there.result.outputs.compactMap {
      if case .chart(let chart) = $0 { chart.series[0].points.map(\.x) } else { nil }
    }
    #expect(points.first == [0, 2, 4])
  }

  @Test func goesOnFromACheckpointToTheSameBits() throws {
    let whole = rest(try runner())
    var paused = try runner()
    paused.runNextCell(until: .step(11)) { _ in }
    let checkpoint = try #require(paused.point.work).checkpoint
    var session = paused.session
    let context = CellContext(label: "fit", seed: paused.plan.header.seed, threads: 2)
    paused.point.work = try paused.plan.cells[2].action.begin(in: &session, from: checkpoint, context).work
    #expect(paused.point.step == 11)
    #expect(rest(paused) == whole)
  }

  /// The last point of a training that is the same but for its length.
  private func end(of steps: Int) throws -> CellCheckpoint {
    var other = Runner(
      plan: try TestNotebook(Self.text.replacing("steps: 23", with: "steps: \(steps)")).plan(),
      options: Runner.Options(threads: 1))
    for _ in 0..<2 { other.runNextCell { _ in } }
    other.runNextCell(until: .step(steps - 1)) { _ in }
    var work = try #require(other.point.work)
    try work.takeStep { false }
    #expect(work.isFinished)
    #expect(work.series.map { $0.points.last?.x } == [steps - 1, steps - 1, steps - 1], "each measures the last step")
    return work.checkpoint
  }

  @Test(arguments: [4, 11, 15, 22]) func goesOnFromTheEndOfAShorterTrainingToTheSameBits(_ steps: Int) throws {
    var runner = try runner()
    let whole = rest(runner)
    var session = runner.session
    let context = CellContext(label: "fit", seed: runner.plan.header.seed, threads: 1)
    runner.point.work = try runner.plan.cells[2].action.begin(in: &session, from: try end(of: steps), context).work
    #expect(runner.point.step == steps)
    #expect(rest(runner) == whole)
  }

  @Test func isNotOverWhereTheEndWasNotMeasured() throws {
    var paused = try runner()
    paused.runNextCell(until: .step(11)) { _ in }
    let point = try #require(paused.point.work).checkpoint
    let short = try TestNotebook(Self.text.replacing("steps: 23", with: "steps: 11")).plan()
    var session = paused.session
    let context = CellContext(label: "fit", seed: short.header.seed, threads: 1)
    let end = try end(of: 11)
    #expect(short.cells[2].action.restore(.end(point), in: &session, context) == nil)
    #expect(short.cells[2].action.restore(.end(end), in: &session, context) != nil)
  }

  @Test func beginsAnewWithACheckpointOfAnotherTraining() throws {
    var other = Runner(
      plan: try TestNotebook(Self.text.replacing("units: 16", with: "units: 15")).plan(),
      options: Runner.Options(threads: 1))
    other.runNextCell { _ in }
    other.runNextCell { _ in }
    other.runNextCell(until: .step(3)) { _ in }
    let foreign = try #require(other.point.work).checkpoint
    let runner = try runner()
    var session = runner.session
    let context = CellContext(label: "fit", seed: 1, threads: 1)
    let work = try runner.plan.cells[2].action.begin(in: &session, from: foreign, context).work
    #expect(work?.step == 0)
  }
}

extension BegunCell {
  /// The work under way, where there is any.
  var work: (any CellWork)? {
    if case .underWay(let work) = self { work } else { nil }
  }
}

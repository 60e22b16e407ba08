import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

/// Numbers are told once or at each time step, of examples that have as many steps as they like.
struct NumberTrainingTests {
  private static func notebook(_ dataset: String, lengths: String = "shortest: 3") -> String {
    """
    ```{load}
    label: task
    dataset: \(dataset)
    train: 300
    validation: 20
    test: 50
    time_steps: 9
    \(lengths)
    ```
    ```{build}
    label: net
    layers: [gru: {units: 12}, dense: {units: 1}]
    ```
    ```{train}
    label: fit
    steps: 120
    batch: 20
    optimizer: {adam: {learning_rate: 0.02}}
    report: {batch_mean_squared_error: every 10 steps, test_mean_absolute_error: every 40 steps,
      validation_loss: every 40 steps}
    ```
    ```{evaluate}
    label: test
    ```

    """
  }

  private static let notebooks = [notebook("sines"), notebook("adding"), notebook("sines", lengths: "")]

  @Test(arguments: notebooks) func learnsMoreThanTheMean(_ text: String) throws {
    let run = try TestNotebook(text).run()
    #expect(run.report.outcome == .succeeded)
    let error = try #require(run.number("test", "mean_squared_error"))
    let baseline = try #require(run.number("test", "baseline_mean_squared_error"))
    #expect(error < baseline / 2 && error > 0)
    let absolute = try #require(run.number("test", "mean_absolute_error"))
    #expect(absolute * absolute <= error, "the mean of magnitudes is no larger than the root of the mean square")
    #expect(absolute < (try #require(run.number("test", "baseline_mean_absolute_error"))))
    #expect(abs(try #require(run.number("test", "loss")) - error) < 1e-15)
    #expect(run.points("fit", "batch_mean_squared_error")?.count == 13)
    #expect(run.number("fit", "test_mean_absolute_error") == run.points("fit", "test_mean_absolute_error")?.last?.y)
  }

  @Test func hasTheErrorOfAlwaysSayingTheMean() throws {
    // The variance of the sum of two uniform numbers is 1/6.
    let run = try TestNotebook(Self.notebook("adding").replacing("test: 50", with: "test: 5000")).run()
    #expect(abs(try #require(run.number("test", "baseline_mean_squared_error")) - 1.0 / 6) < 0.01)
  }

  @Test(arguments: notebooks) func givesTheSameEventsForAnyNumberOfThreads(_ text: String) throws {
    let expected = try TestNotebook(text).run(threads: 1).events
    for threads in [2, 3] { #expect(try TestNotebook(text).run(threads: threads).events == expected) }
  }

  @Test(arguments: notebooks) func goesOnFromACheckpoint(_ text: String) throws {
    func rest(_ runner: Runner) -> [RunEvent] {
      var (runner, events) = (runner, [RunEvent]())
      runner.runRemainingCells { if case .progress = $0 {} else { events.append($0) } }
      return events
    }
    var runner = Runner(plan: try TestNotebook(text).plan(), options: Runner.Options(threads: 1))
    runner.runNextCell { _ in }
    runner.runNextCell { _ in }
    let whole = rest(runner)
    runner.runNextCell(until: .step(47)) { _ in }
    let checkpoint = try #require(runner.point.work).checkpoint
    var session = runner.session
    let context = CellContext(label: "fit", seed: runner.plan.header.seed, threads: 2)
    runner.point.work = try runner.plan.cells[2].action.begin(in: &session, from: checkpoint, context).work
    #expect(rest(runner) == whole)
  }

  @Test func showsCurvesBeforeAndAfter() throws {
    let run = try TestNotebook(Self.notebook("sines")).run()
    func charts(_ cell: Int) -> [[String]] {
      run.result(cell)?.outputs.compactMap { if case .chart(let chart) = $0 { chart.series.map(\.name) } else { nil } }
        ?? []
    }
    #expect(charts(0) == [["sine", "cosine"]])
    #expect(charts(3) == [["cosine", "cosine told"], ["cosine", "cosine told"]])
  }

  @Test func listsTheNumbersThatItWasOffMost() throws {
    let run = try TestNotebook(Self.notebook("adding")).run()
    let tables = run.result(3)?.outputs.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let worst = try #require(tables?.last)
    #expect(worst.columns == ["example", "time steps", "sum", "sum told"])
    let errors = worst.rows.map { row in
      guard case .quantity(.real(let sum)) = row[2], case .quantity(.real(let told)) = row[3] else { return -1.0 }
      return abs(sum - told)
    }
    #expect(errors.count == 12 && errors == errors.sorted(by: >) && errors[11] > 0)
  }
}

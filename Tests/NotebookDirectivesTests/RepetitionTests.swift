import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import Testing

@testable import NotebookDirectives

/// A training over several seeds, which a key of it asks for.
struct RepetitionTests {
  private static func training(_ options: String) -> String {
    "---\nseed: 3\n---\n" + TestNotebook.model + """
      ```{train}
      label: fit
      steps: 4
      batch: 10
      report: {batch_loss: every 2 steps, test_accuracy: at the end}
      \(options)
      ```

      """
  }

  @Test func isTheSweepThatOneWouldWriteBehindIt() throws {
    let short = try TestNotebook(Self.training("repeat: 3")).run()
    let long = try TestNotebook(
      Self.training("")
        + "```{sweep}\nlabel: fit-seeds\nrepeat: 3\ncollect: [fit.batch_loss, fit.test_accuracy]\n```\n"
    ).run()
    #expect(short.result(3) != nil)
    #expect(short.result(3) == long.result(3))
    #expect(short.result(2) == long.result(2))
    #expect(short.number("fit-seeds", "points") == 3)
    #expect(short.number("fit-seeds", "batch_loss(seed=3)") == short.number("fit", "batch_loss"))
  }

  @Test func isShownAsThatSweep() throws {
    let plan = try TestNotebook(Self.training("repeat: 3")).plan()
    let sweep = try #require(plan.cells.last?.header)
    #expect(sweep.keyword == "sweep")
    #expect(sweep.source == "label: fit-seeds\nrepeat: 3\ncollect: [fit.batch_loss, fit.test_accuracy]\n")
  }

  @Test func drawsNoCurveOfWhatIsMeasuredOnce() throws {
    let result = try #require(try TestNotebook(Self.training("repeat: 3")).run().result(3))
    let charts = result.outputs.compactMap { if case .chart(let chart) = $0 { chart.title } else { nil } }
    #expect(charts == ["batch loss"])
  }

  @Test func movesNothingOfTheTraining() throws {
    let (alone, repeated) = (
      try TestNotebook(Self.training("")).plan().cacheKeys(),
      try TestNotebook(Self.training("repeat: 3")).plan().cacheKeys()
    )
    #expect(Array(repeated.prefix(alone.count)).map(\.digest) == alone.map(\.digest))
    #expect(repeated.count == alone.count + 1)
  }

  @Test func isUnderstoodByTheCellsBelow() throws {
    let run = try TestNotebook(
      Self.training("repeat: 3") + "```{compare}\nrows:\n"
        + "  - {subject: mean, measured: fit-seeds.batch_loss, reported: 2.3, tolerance: 9}\n```\n"
    ).run()
    #expect(run.result(4) != nil)
  }

  @Test func isNoPartOfAPointOfAnotherSweep() throws {
    let run = try TestNotebook(
      Self.training("repeat: 2") + "```{sweep}\nlabel: more\nover: {seed: 5..6}\ncollect: [fit.batch_loss]\n```\n"
    ).run()
    #expect(run.number("more", "points") == 2)
    #expect(run.number("more", "failed") == 0)
  }
}

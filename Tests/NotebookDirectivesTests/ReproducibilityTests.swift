import NotebookResults
import NotebookSyntax
import Testing

/// The same notebook gives the same numbers, however it is run; another notebook gives others.
struct ReproducibilityTests {
  private static let training = """
    ```{train}
    label: fit
    epochs: 1
    batch: 32
    optimizer: {adam: {learning_rate: 0.01}}
    report: {batch_accuracy: every 3 steps, test_loss: every epoch, test_batch_loss: every 2 steps}
    ```
    ```{evaluate}
    label: test
    on: digits.test
    ```

    """

  private static let notebook = TestNotebook.model + training

  @Test(arguments: [2, 3]) func givesTheSameEventsForAnyNumberOfThreads(_ threads: Int) throws {
    let expected = try TestNotebook(Self.notebook).run(threads: 1).events
    #expect(try TestNotebook(Self.notebook).run(threads: threads).events == expected)
  }

  @Test func givesOtherNumbersForAnotherSeed() throws {
    let first = try TestNotebook(Self.notebook).run()
    let second = try TestNotebook(Self.notebook, seed: 2).run()
    #expect(first.number("test", "loss") != second.number("test", "loss"))
    #expect(first.result(0)?.provenance != second.result(0)?.provenance)
  }

  @Test func givesTheSameNumbersForTheSeedOfTheNotebookAndOfTheCommandLine() throws {
    let written = try TestNotebook("---\nseed: 5\n---\n" + Self.notebook).run()
    let given = try TestNotebook(Self.notebook, seed: 5).run()
    #expect(written.number("test", "loss") == given.number("test", "loss"))
  }

  @Test func givesTheSameNumbersForBothReadouts() throws {
    func run(_ readout: String) throws -> TestRun {
      let build = TestNotebook.net.replacing("layers:", with: "readout: \(readout)\nlayers:")
      return try TestNotebook(TestNotebook.digits + build + Self.training).run()
    }
    let runs = try ["final_state", "last_output"].map(run)
    #expect(runs[0].result(2)?.fields == runs[1].result(2)?.fields)
    #expect(runs[0].result(3) == runs[1].result(3))
  }

  @Test func givesOtherNumbersInAnotherOrder() throws {
    func run(_ order: String) throws -> TestRun {
      let load = TestNotebook.digits.replacing("test: 100", with: "test: 100\norder: \(order)")
      return try TestNotebook(load + TestNotebook.net + Self.training).run()
    }
    let shuffled = try run("shuffled")
    #expect(shuffled.number("test", "loss") != (try run("as_filed").number("test", "loss")))
    #expect(shuffled.number("test", "loss") == (try TestNotebook(Self.notebook).run().number("test", "loss")))
  }

  @Test func doesNotDependOnWhatIsReported() throws {
    let silent = Self.notebook.replacing(
      "report: {batch_accuracy: every 3 steps, test_loss: every epoch, test_batch_loss: every 2 steps}\n", with: "")
    #expect(try TestNotebook(silent).run().result(3) == (try TestNotebook(Self.notebook).run().result(3)))
  }

  @Test func doesNotDependOnLabelsProseOrCaptions() throws {
    let other = "Some words.\n\n" + Self.notebook.replacing("label: fit\n", with: "caption: How it learns\n")
    let first = try TestNotebook(Self.notebook).run()
    #expect(try TestNotebook(other).run().result(3) == first.result(3))
  }
}

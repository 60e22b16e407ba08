import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

/// A text is read character by character, with states that are carried on from batch to batch.
struct TextTrainingTests {
  private static let load = """
    ```{load}
    label: text
    dataset: sentences
    characters: 4000
    time_steps: 8
    validation: 500
    test: 0.2
    ```

    """
  private static let notebook =
    load + """
      ```{build}
      label: net
      layers: [lstm: {units: 24}, simple_rnn: {units: 16}, dense: {units: 29}]
      ```
      ```{train}
      label: fit
      steps: 50
      batch: 10
      optimizer: {adam: {learning_rate: 0.01}}
      report: {batch_bits_per_character: every 5 steps, test_bits_per_character: every 20 steps,
        validation_loss: every 25 steps, test_batch_accuracy: every 10 steps}
      ```
      ```{evaluate}
      label: test
      ```

      """

  private func runner(_ text: String = notebook) throws -> Runner {
    var runner = Runner(plan: try TestNotebook(text).plan(), options: Runner.Options(threads: 1))
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

  @Test func looksCharactersUpInATable() throws {
    let text = Self.notebook.replacing(
      "lstm: {units: 24}", with: "embedding: {units: 20}, layer_norm, lstm: {units: 24}, layer_norm")
    let run = try TestNotebook(text).run()
    #expect(run.report.outcome == .succeeded)
    let bits = try #require(run.number("test", "bits_per_character"))
    #expect(bits < (try #require(run.number("test", "baseline_bits_per_character"))))
    let threads = try TestNotebook(text).run(threads: 3)
    #expect(threads.points("fit", "test_bits_per_character") == run.points("fit", "test_bits_per_character"))
  }

  @Test func saysHowItIsCut() throws {
    let run = try TestNotebook(Self.load).run()
    let expected = [
      ("characters", 4000), ("train_characters", 2700), ("validation_characters", 500), ("test_characters", 800),
      ("time_steps", 8), ("vocabulary", 29),
    ]
    for (field, number) in expected { #expect(run.number("text", field) == Double(number), "\(field)") }
    #expect(run.result(0)?.provenance.map(\.name) == ["sentences"])
  }

  @Test func learnsMoreThanTheFrequencies() throws {
    let run = try TestNotebook(Self.notebook).run()
    let bits = try #require(run.number("test", "bits_per_character"))
    let baseline = try #require(run.number("test", "baseline_bits_per_character"))
    #expect(bits < baseline && baseline < 4.5 && bits > 1)
    #expect(run.number("test", "characters") == 792)
    let loss = try #require(run.number("test", "loss"))
    #expect(abs(loss / 0.693_147_180_559_945_3 - bits) < 1e-12)
    let measured = try #require(run.points("fit", "test_bits_per_character"))
    #expect(measured.map(\.x) == [0, 20, 40, 49])
    #expect(run.points("fit", "batch_bits_per_character")?.count == 11)
    let charts = run.result(2)?.outputs.compactMap { if case .chart(let chart) = $0 { chart.yLabel } else { nil } }
    #expect(charts == ["bits per character", "loss", "accuracy"])
  }

  @Test func guessesByTheFrequenciesOfTheTrainingPart() throws {
    // Three of four characters are an a where it learns, and a b where it is tested.
    let folder = try TemporaryFolder()
    let text = String(repeating: "aaab", count: 100) + String(repeating: "bbba", count: 100)
    try folder.write(Array(text.utf8), to: "letters.txt")
    let cells = """
      ```{load}
      label: text
      text: letters.txt
      time_steps: 4
      test: 400
      ```
      ```{build}
      layers: [lstm: {units: 2}, dense: {units: 2}]
      ```
      ```{evaluate}
      label: test
      ```

      """
    let run = try TestNotebook(cells, folder: folder.path).run()
    let (accuracy, bits) = (run.number("test", "baseline_accuracy"), run.number("test", "baseline_bits_per_character"))
    // log₂ 4/3 for an a and log₂ 4 for a b: 0.1038 + 1.5 bits.
    #expect(abs(try #require(accuracy) - 0.25) < 0.01)
    #expect(abs(try #require(bits) - 1.604) < 0.02)
  }

  @Test(arguments: [2, 3]) func givesTheSameEventsForAnyNumberOfThreads(_ threads: Int) throws {
    let expected = try TestNotebook(Self.notebook).run(threads: 1).events
    #expect(try TestNotebook(Self.notebook).run(threads: threads).events == expected)
  }

  @Test func goesBackInsideATraining() throws {
    var runner = try runner()
    let whole = rest(runner)
    runner.runNextCell(until: .step(5)) { _ in }
    let early = runner.point
    runner.runNextCell(until: .step(47)) { _ in }
    runner.point = early
    #expect(rest(runner) == whole)
  }

  /// An epoch has 33 batches, so that the steps lie within the first and the second, and where one ends.
  @Test(arguments: [1, 20, 33, 34, 49]) func goesOnFromACheckpointWithTheStatesThatItCarries(_ step: Int) throws {
    let whole = rest(try runner())
    var paused = try runner()
    paused.runNextCell(until: .step(step)) { _ in }
    let checkpoint = try #require(paused.point.work).checkpoint
    var session = paused.session
    let context = CellContext(label: "fit", seed: paused.plan.header.seed, threads: 2)
    paused.point.work = try paused.plan.cells[2].action.begin(in: &session, from: checkpoint, context).work
    #expect(paused.point.step == step)
    #expect(rest(paused) == whole)
  }

  @Test func carriesStatesOnFromBatchToBatch() throws {
    // Without learning, two windows of four with states carried on are one of eight.
    let text = Self.notebook.replacing("learning_rate: 0.01", with: "learning_rate: 0").replacing(
      "batch: 10", with: "batch: 1"
    ).replacing("every 5 steps", with: "every step")
    func losses(_ timeSteps: Int, steps: Int) throws -> [Double] {
      let text = text.replacing("time_steps: 8", with: "time_steps: \(timeSteps)")
        .replacing("steps: 50", with: "steps: \(steps)")
      return try #require(try TestNotebook(text).run().points("fit", "batch_bits_per_character")).map(\.y)
    }
    let (halves, wholes) = (try losses(4, steps: 6), try losses(8, steps: 3))
    for (number, whole) in wholes.enumerated() {
      #expect(abs((halves[2 * number] + halves[2 * number + 1]) / 2 - whole) < 1e-6)
    }
  }

  @Test func evaluatesWithStatesCarriedOn() throws {
    func bits(_ timeSteps: Int) throws -> Double? {
      let text = Self.notebook.replacing("time_steps: 8", with: "time_steps: \(timeSteps)")
        .replacing("steps: 50", with: "steps: 1").replacing("learning_rate: 0.01", with: "learning_rate: 0")
        .replacing("test: 0.2", with: "test: 801")
      return try TestNotebook(text).run().number("test", "bits_per_character")
    }
    // 800 characters are 16 streams of 50 whether a window has 5, 10 or 50 of them.
    let (short, long, whole) = try (bits(5), bits(10), bits(50))
    let expected = try #require(whole)
    #expect(abs(try #require(short) - expected) < 1e-6)
    #expect(abs(try #require(long) - expected) < 1e-6)
  }

  @Test func readsATextBesideTheNotebook() throws {
    let folder = try TemporaryFolder()
    let line = "Zwölf Boxkämpfer jagen Viktor.\r\n"
    try folder.write(String(repeating: line, count: 40), to: "books/a.txt")
    let text = Self.notebook.replacing("dataset: sentences\ncharacters: 4000", with: "text: books/a.txt")
      .replacing("validation: 500", with: "validation: 0.1").replacing("units: 29", with: "units: 25")
    let run = try TestNotebook(text, folder: folder.path).run()
    #expect(run.report.outcome == .succeeded)
    #expect(run.number("text", "characters") == 1280)
    #expect(run.number("text", "vocabulary") == 25)
    #expect(run.result(0)?.provenance.map(\.name) == ["books/a.txt"])
    let plan = try TestNotebook(text, folder: folder.path).plan()
    try folder.write(String(repeating: line, count: 41), to: "books/a.txt")
    var runner = Runner(plan: plan, options: Runner.Options(threads: 1))
    var failure: CellFailure?
    runner.runNextCell { if case .cellFailed(_, let reason) = $0 { failure = reason } }
    #expect(failure?.message == "the data set 'books/a.txt' changed after it was checked")
  }

  @Test(arguments: ["../outside.txt", "/etc/hostname", "link.txt", "missing.txt", "here"])
  func readsNoTextOutsideTheNotebooksFolder(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("Not for everybody.", to: "outside.txt")
    try folder.write("Words and words and words.", to: "notebooks/here/words.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("notebooks/link.txt"), withDestinationPath: folder.path("outside.txt"))
    func planned(_ path: String) -> [DiagnosticIdentifier] {
      let load = "```{load}\ntext: \(path)\ntime_steps: 1\n```\n"
      return TestNotebook(load, folder: folder.path("notebooks")).planned().diagnostics.map(\.identifier)
    }
    #expect(planned(path) == [.unreadableData])
    #expect(planned("here/words.txt") == [])
  }

  @Test func saysWhereATextIsNone() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x61, 0x0A, 0x62, 0xFF], to: "a.txt")
    let planned = TestNotebook("```{load}\ntext: a.txt\n```\n", folder: folder.path).planned()
    #expect(planned.diagnostics.map(\.message).first?.hasSuffix("a.txt: line 2, column 2: not UTF-8") == true)
  }
}

import NotebookResults
import TestSupport
import Testing

/// What a `{train}` measures on the way, held against `{evaluate}`.
struct MeasureTests {
  private static let parts =
    "```{load}\nlabel: digits\ndataset: digits\nvalidation: 25\ntrain: 30\ntest: 40\norder: as_filed\n```\n"

  private static func evaluate(_ part: String) -> String {
    "```{evaluate}\nlabel: \(part)\nmodel: net\non: digits.\(part)\n```\n"
  }

  @Test func isMeasuredAfterTheUpdateAndOnThePartThatItNames() throws {
    // A batch of all thirty images, so that the batch is the training part.
    let fit = """
      ```{train}
      label: fit
      steps: 4
      batch: 30
      optimizer: {adam: {learning_rate: 0.02}}
      report:
        batch_loss: every step
        batch_accuracy: every step
        train_loss: every step
        train_accuracy: every step
        validation_loss: every step
        validation_accuracy: every step
        test_loss: every step
        test_accuracy: every step
      ```

      """
    let text = Self.parts + TestNotebook.net + fit + ["train", "validation", "test"].map(Self.evaluate).joined()
    let run = try TestNotebook(text).run()
    for (name, part) in [("batch", "train"), ("train", "train"), ("validation", "validation"), ("test", "test")] {
      let (loss, accuracy) = (run.number(part, "loss"), run.number(part, "accuracy"))
      let measured = try #require(run.points("fit", "\(name)_loss")?.last?.y)
      #expect(abs(measured - (try #require(loss))) < 1e-9, "\(name)_loss")
      #expect(run.points("fit", "\(name)_accuracy")?.last?.y == accuracy, "\(name)_accuracy")
    }
    let accuracies = Set(["train", "validation", "test"].compactMap { run.number($0, "accuracy") })
    #expect(accuracies.count == 3, "no part can be taken for another")
    #expect(run.number("fit", "loss") != run.number("train", "loss"), "the last batch's loss is that before its update")
  }

  @Test(arguments: [1, 2, 4]) func leavesTheLossOfTheLastBatchBeforeItsUpdate(_ steps: Int) throws {
    // Every batch is all thirty images, so that the loss before an update is that after the one before.
    let fit = """
      ```{train}
      label: fit
      steps: \(steps)
      batch: 30
      optimizer: {adam: {learning_rate: 0.02}}
      report: {batch_loss: every step}
      ```

      """
    let run = try TestNotebook(Self.parts + TestNotebook.net + Self.evaluate("train") + fit).run()
    let before = steps == 1 ? run.number("train", "loss") : run.number("fit", "batch_loss@\(steps - 2)")
    let loss = try #require(run.number("fit", "loss"))
    #expect(abs(loss - (try #require(before))) < 1e-9)
  }

  @Test func drawsNoCurveOfWhatWasMeasuredOnce() throws {
    let fit = "```{train}\nlabel: fit\nsteps: 4\nbatch: 30\nreport: {batch_loss: every step, REPORT}\n```\n"
    func outputs(_ report: String) throws -> [CellOutput] {
      let run = try TestNotebook(Self.parts + TestNotebook.net + fit.replacing("REPORT", with: report)).run()
      return try #require(run.result(2)).outputs
    }
    let once = try outputs("test_accuracy: at the end, train_accuracy: at the end, train_loss: at the end")
    guard once.count == 2, case .chart(let chart) = once[0], case .table(let table) = once[1] else {
      Issue.record("\(once)")
      return
    }
    #expect(chart.title == "batch loss, train loss", "one point of a chart that has a curve stays in it")
    #expect(table.columns == ["step", "train accuracy", "test accuracy"])
    #expect(table.rows.count == 1 && table.rows[0][0] == .quantity(.count(3)))
    let twice = try outputs("test_accuracy: every 2 steps")
    #expect(twice.allSatisfy { if case .chart = $0 { true } else { false } } && twice.count == 2)
  }

  @Test func drawsTestBatchesInAnOrderOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    for part in ["train", "t10k"] {
      // The same images twice, so that only the order can tell training batches from those of test images.
      let pixels: [UInt8] = (0..<240).map { UInt8($0 * 37 % 251) }
      let labels: [UInt8] = (0..<40).map { UInt8($0 % 10) }
      try folder.write([0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 3, 0, 0, 0, 2] + pixels, to: "\(part)-images-idx3-ubyte")
      try folder.write([0, 0, 8, 1, 0, 0, 0, 40] + labels, to: "\(part)-labels-idx1-ubyte")
    }
    let text = """
      ```{load}
      label: digits
      folder: .
      ```
      ```{build}
      label: net
      layers: [lstm: {units: 4}, dense: {units: 10}]
      ```
      ```{train}
      label: fit
      steps: 8
      batch: 10
      optimizer: {sgd: {learning_rate: 0}}
      report: {batch_loss: every step, test_batch_loss: every step}
      ```

      """
    let run = try TestNotebook(text, folder: folder.path).run()
    let drawn = try ["batch_loss", "test_batch_loss"].map { try #require(run.points("fit", $0)).map(\.y) }
    #expect(zip(drawn[0], drawn[1]).allSatisfy { $0 != $1 })
    for half in [0..<4, 4..<8] {
      let means = drawn.map { $0[half].reduce(0, +) / 4 }
      #expect(abs(means[0] - means[1]) < 1e-6, "but four batches are all images")
    }
  }

  @Test(arguments: ["sgd: {learning_rate: 0.1, momentum: M}", "adam: {learning_rate: 0.01, beta_1: M}"])
  func beginsWithAnOptimizerThatRemembersNothing(_ optimizer: String) throws {
    func losses(_ second: String, steps: Int) throws -> [Double] {
      let cells = [("one", optimizer.replacing("M", with: "0.9"), 10), ("two", second, steps)].map {
        "```{train}\nlabel: \($0)\nsteps: \($2)\nbatch: 30\noptimizer: {\($1)}\nreport: {batch_loss: every step}\n```\n"
      }
      let run = try TestNotebook(Self.parts + TestNotebook.net + cells.joined()).run()
      return try #require(run.points("two", "batch_loss")).map(\.y)
    }
    // The first update after nothing is the same however much of nothing is remembered.
    let (remembering, forgetting) = (optimizer.replacing("M", with: "0.9"), optimizer.replacing("M", with: "0"))
    let (long, short) = (try losses(remembering, steps: 3), try losses(forgetting, steps: 3))
    #expect(abs(long[0] - short[0]) < 1e-5)
    #expect(abs(long[2] - short[2]) > 1e-4)
  }
}

import NotebookPlanning
import NotebookResults
import NotebookSyntax
import Testing

/// What a `{train}` leaves, and how a second one goes on from the first.
struct TrainingTests {
  private static func train(_ label: String, steps: Int, optimizer: String = "sgd: {learning_rate: 0.1}") -> String {
    "```{train}\nlabel: \(label)\nsteps: \(steps)\nbatch: 30\noptimizer: {\(optimizer)}\nreport: {batch_loss: every step}\n```\n"
  }

  private static let inOrder = TestNotebook.digits.replacing("test: 100", with: "test: 100\norder: as_filed")

  @Test func goesOnFromTheWeightsOfTheTrainingBefore() throws {
    let text = Self.inOrder + TestNotebook.net
    let whole = try TestNotebook(text + Self.train("fit", steps: 20)).run()
    let parts = try TestNotebook(text + Self.train("one", steps: 10) + Self.train("two", steps: 10)).run()
    // Ten steps of thirty images are one pass over all of them as filed, after which the order begins anew; sgd remembers nothing.
    let joined = try #require(parts.points("one", "batch_loss")) + #require(parts.points("two", "batch_loss"))
    #expect(joined.map(\.y) == whole.points("fit", "batch_loss")?.map(\.y))
  }

  @Test func beginsWithAFreshOptimizerAndAnotherOrderEachTime() throws {
    let text =
      TestNotebook.model + Self.train("one", steps: 10, optimizer: "sgd: {learning_rate: 0}")
      + Self.train("two", steps: 10, optimizer: "sgd: {learning_rate: 0}")
    let run = try TestNotebook(text).run()
    let one = try #require(run.points("one", "batch_loss")).map(\.y)
    let two = try #require(run.points("two", "batch_loss")).map(\.y)
    #expect(one != two, "the batches are others")
    let means = [one, two].map { $0.reduce(0, +) / 10 }
    #expect(abs(means[0] - means[1]) < 1e-6, "but all images are in both, and nothing was learnt")
  }

  @Test func learns() throws {
    let run = try TestNotebook(
      TestNotebook.model + Self.train("fit", steps: 150, optimizer: "adam: {learning_rate: 0.01}")
    ).run()
    let losses = try #require(run.points("fit", "batch_loss")).map(\.y)
    let first: Double = losses.prefix(5).reduce(0, +)
    let last: Double = losses.suffix(5).reduce(0, +)
    #expect(last < first / 2)
  }

  @Test func leavesTheLastAndTheBestOfEverySeries() throws {
    let text =
      TestNotebook.model + """
        ```{train}
        label: fit
        steps: 12
        batch: 10
        optimizer: {sgd: {learning_rate: 0.5}}
        report: {batch_accuracy: every 5 steps, batch_loss: every step}
        ```

        """
    let run = try TestNotebook(text).run()
    let accuracies = try #require(run.points("fit", "batch_accuracy")).map(\.y)
    let losses = try #require(run.points("fit", "batch_loss")).map(\.y)
    #expect(run.number("fit", "batch_accuracy") == accuracies.last)
    #expect(run.number("fit", "best_batch_accuracy") == accuracies.max())
    #expect(run.number("fit", "batch_loss") == losses.last)
    #expect(run.number("fit", "best_batch_loss") == losses.min())
    #expect(run.number("fit", "steps") == 12)
    #expect(run.number("fit", "batch") == 10)
    #expect(run.number("fit", "epoch_steps") == 30)
  }

  /// A network of which every output is NaN after one update by as much.
  private static let diverging =
    TestNotebook.digits
    + "```{build}\nlabel: net\nlayers: [simple_rnn: {units: 16, activation: relu}, dense: {units: 10}]\n```\n"

  @Test(arguments: [1, 2, 3]) func failsWhenTheLastUpdateLeavesNoNumber(_ steps: Int) throws {
    let run = try TestNotebook(
      Self.diverging + Self.train("fit", steps: steps, optimizer: "sgd: {learning_rate: 1e6}")
        + "```{evaluate}\nlabel: test\n```\n"
    ).run()
    guard case .failed(let failure) = run.report.cells[2] else {
      Issue.record("the training of a network without a number is no failure")
      return
    }
    #expect(
      failure.message
        == "the loss is not a number \(steps == 1 ? "after the last step" : "at step 1"), with learning_rate 1000000.0")
    #expect(failure.suggestion == "a smaller learning_rate usually helps")
    #expect(run.report.outcome == .failed)
    #expect(run.report.cells[3] == .notRun)
  }

  @Test func failsAtTheUpdateThatLeavesAParameterInfinite() throws {
    // Outputs of about 1e34 have a finite loss, and their gradient a million times is none.
    let net = Self.diverging.replacing("activation: relu", with: "activation: relu, initial: {normal: {stddev: 6}}")
    let run = try TestNotebook(net + Self.train("fit", steps: 3, optimizer: "sgd: {learning_rate: 1e6}")).run()
    guard case .failed(let failure) = run.report.cells[2] else {
      Issue.record("an infinite parameter is no failure")
      return
    }
    #expect(failure.message.hasPrefix("a parameter is no finite number after the update of step 0"))
  }

  private static func augmented(_ options: String) -> String {
    train("fit", steps: 6).replacing("batch: 30\n", with: "batch: 30\naugment: {\(options)}\n")
  }

  @Test func trainsOnOtherImagesWhenTheyAreAugmented() throws {
    let plain = try TestNotebook(TestNotebook.model + Self.train("fit", steps: 6)).run()
    let unchanged = try TestNotebook(TestNotebook.model + Self.augmented("rotation: 0")).run()
    let changed = try TestNotebook(TestNotebook.model + Self.augmented("rotation: 10, elastic: {strength: 1}")).run()
    #expect(unchanged.points("fit", "batch_loss") == plain.points("fit", "batch_loss"))
    #expect(changed.points("fit", "batch_loss") != plain.points("fit", "batch_loss"))
  }

  @Test func changesTheSameImageInAnotherWayAtEachStep() throws {
    // All images in every batch, in the same order, and nothing is learnt: only what changes them can differ.
    let load = Self.inOrder.replacing("train: 300", with: "train: 30")
    let fit = Self.augmented("rotation: 20").replacing("learning_rate: 0.1", with: "learning_rate: 0")
    let losses = try #require(
      try TestNotebook(load + TestNotebook.net + fit).run().points("fit", "batch_loss")
    ).map(\.y)
    #expect(Set(losses).count == 6)
    let plain = fit.replacing("augment: {rotation: 20}\n", with: "")
    let unchanged = try #require(
      try TestNotebook(load + TestNotebook.net + plain).run().points("fit", "batch_loss")
    ).map(\.y)
    #expect(Set(unchanged).count == 1)
  }

  @Test(arguments: ["rows", "columns", "pixels"]) func readsAugmentedImagesAsItReadsOthers(_ reading: String) throws {
    func losses(_ train: String) throws -> [SeriesPoint]? {
      let load = TestNotebook.digits.replacing("train: 300", with: "time_steps: \(reading)\ntrain: 40")
      return try TestNotebook(load + TestNotebook.net.replacing("16", with: "2") + train).run().points(
        "fit", "batch_loss")
    }
    let short = { (text: String) in
      text.replacing("steps: 6", with: "steps: 1").replacing("batch: 30", with: "batch: 5")
    }
    let plain = try losses(short(Self.train("fit", steps: 6)))
    #expect(try losses(short(Self.augmented("shift: 0"))) == plain)
    #expect(plain?.count == 1)
  }

  @Test(arguments: [2, 3]) func augmentsAlikeForAnyNumberOfThreads(_ threads: Int) throws {
    let notebook = TestNotebook(
      TestNotebook.model + Self.augmented("scale: 0.2, shear: 0.1, shift: 2, elastic: {strength: 2, smoothness: 6}"))
    #expect(try notebook.run(threads: threads).events == notebook.run().events)
  }

  @Test func isAnotherTrainingForEveryAmountOfAugmentation() throws {
    let options = [
      "", "rotation: 1", "rotation: 2", "scale: 0.1", "shear: 0.1", "shift: 1", "elastic: {strength: 1}",
      "elastic: {strength: 1, smoothness: 5}",
    ]
    let plain = try TestNotebook(TestNotebook.model + Self.train("fit", steps: 6)).plan().cacheKeys()
    let keys = try options.map { options in
      let identities = try TestNotebook(TestNotebook.model + Self.augmented(options)).plan().cacheKeys()
      #expect(identities.prefix(2).map(\.digest) == plain.prefix(2).map(\.digest))
      return identities[2].digest
    }
    #expect(Set(keys + [plain[2].digest]).count == options.count + 1)
  }

  @Test func takesABatchLargerThanTheData() throws {
    let text = TestNotebook.model.replacing("train: 300", with: "train: 7")
    let run = try TestNotebook(text + Self.train("fit", steps: 2)).run()
    #expect(run.report.outcome == .succeeded)
    #expect(run.number("fit", "epoch_steps") == 1)
  }

  @Test func trainsOnASingleImage() throws {
    let text = TestNotebook.model.replacing("train: 300", with: "train: 1").replacing("test: 100", with: "test: 1")
    let run = try TestNotebook(text + Self.train("fit", steps: 3) + "```{evaluate}\nlabel: t\non: digits.test\n```\n")
      .run()
    #expect(run.report.outcome == .succeeded)
    #expect(run.number("t", "images") == 1)
  }

  @Test func countsMistakesAndReadingsAlike() throws {
    let run = try TestNotebook(TestNotebook.model + "```{evaluate}\nlabel: t\non: digits.train\n```\n").run()
    let correct = try #require(run.number("t", "correct"))
    #expect(run.number("t", "mistakes") == 300 - correct)
    #expect(run.number("t", "accuracy") == correct / 300)
    let tables = try #require(run.result(2)).outputs.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    let confusion = try #require(tables.last)
    let sum = confusion.rows.flatMap { $0.dropFirst() }.reduce(0.0) { sum, value in
      switch value {
      case .quantity(let quantity), .shaded(let quantity, _): sum + quantity.number
      case .text, .empty: sum
      }
    }
    #expect(sum == 300)
  }

  @Test func chartsASeriesBesideFiguresOfAnArticle() throws {
    let text =
      TestNotebook.model + Self.train("fit", steps: 4) + """
        ```{chart}
        title: Losses
        series:
          - {series: fit.batch_loss, name: measured}
          - {name: printed, values: [2.3, 2.2], every: 2 steps}
        ```

        """
    let run = try TestNotebook(text).run()
    guard case .chart(let chart)? = run.result(3)?.outputs.first else {
      Issue.record("there is no chart")
      return
    }
    #expect(chart.title == "Losses")
    #expect(chart.series.map(\.name) == ["measured", "printed"])
    #expect(chart.series[0].points == run.points("fit", "batch_loss"))
    #expect(chart.series[1].points == [SeriesPoint(x: 0, y: 2.3), SeriesPoint(x: 2, y: 2.2)])
  }

  @Test(arguments: [
    (["fit.batch_loss"], "loss"), (["fit.batch_loss", "fit.test_loss"], "loss"), (["fit.test_accuracy"], "accuracy"),
    (["fit.batch_loss", "fit.test_accuracy"], "value"), (["{values: [1, 2], every: 2 steps}"], "value"),
    (["fit.test_accuracy", "{values: [0.1, 0.2], every: 2 steps}"], "accuracy"),
  ]) func labelsAnAxisByWhatAllItsLinesMeasure(_ series: [String], _ label: String) throws {
    let fit = Self.train("fit", steps: 2).replacing(
      "every step}", with: "every step, test_loss: at the end, test_accuracy: at the end}")
    let chart = "```{chart}\nseries: [\(series.joined(separator: ", "))]\n```\n"
    let run = try TestNotebook(TestNotebook.model + fit + chart).run()
    guard case .chart(let chart)? = run.result(3)?.outputs.first else {
      Issue.record("there is no chart")
      return
    }
    #expect(chart.yLabel == label)
  }
}

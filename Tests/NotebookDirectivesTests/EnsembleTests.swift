import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine
import TestSupport
import Testing

@testable import NotebookDirectives

/// Several networks that are evaluated as one.
struct EnsembleTests {
  /// Two images, of the classes 1 and 0.
  private let rows: Batch = {
    let images = ImageSet(shape: ImageShape(rows: 1, columns: 2), pixels: [1, 2, 3, 4], labels: [1, 0])
    return ExampleBatch(ImageExamples(images, reading: .rows, classes: 2), at: [0, 1]).batch
  }()

  private func said(_ probabilities: [Float], _ predictions: [Int?]) -> Evaluation {
    Evaluation(losses: [0, 0], predictions: predictions, probabilities: probabilities, targetCount: 2)
  }

  @Test func speaksTheMeanOfTheProbabilities() {
    // Two networks that doubt outvote nobody: the third is sure enough for all, though two of three read the first image as 0.
    let members = [
      said([0.625, 0.375, 0.25, 0.75], [0, 1]), said([0.625, 0.375, 0.25, 0.75], [0, 1]),
      said([0, 1, 0.75, 0.25], [1, 0]),
    ]
    let mean = Evaluation(meanOf: members, of: rows)
    #expect(mean.probabilities == [Float(1.25 / 3), Float(1.75 / 3), Float(1.25 / 3), Float(1.75 / 3)])
    #expect(mean.predictions == [1, 1])
    #expect(mean.correct == 1)
    #expect(mean.targetCount == 2)
    #expect(abs(mean.losses[0] - 0.5389965007326869) < 1e-7, "-log(7/12)")
    #expect(abs(mean.losses[1] - 0.8754687373539001) < 1e-7, "-log(5/12)")
  }

  @Test func ofOneIsItself() {
    // Of two equal probabilities the scores behind them may still tell which is larger.
    let evaluation = Evaluation(
      losses: [0.5, 0.25], predictions: [1, 1], probabilities: [1, 1, 0.5, 0.5], correct: 1, targetCount: 2)
    let mean = Evaluation(meanOf: [evaluation], of: rows)
    #expect(mean.losses == [0.5, 0.25])
    #expect(mean.predictions == [1, 1])
  }

  @Test func readsTheFirstOfEquals() {
    let mean = Evaluation(meanOf: [said([0.25, 0.75, 1, 0], [1, 0]), said([0.75, 0.25, 0, 1], [0, 1])], of: rows)
    #expect(mean.predictions == [0, 0])
  }

  @Test func readsNothingWhereOneOfThemReadsNothing() {
    let mean = Evaluation(
      meanOf: [said([.nan, .nan, 1, 0], [nil, 0]), said([0, 1, 1, 0], [1, 0])], of: rows)
    #expect(mean.predictions == [nil, 0])
    #expect(mean.losses[0].isNaN)
    #expect(mean.losses[1] == 0)
    #expect(mean.correct == 1)
  }

  @Test func hasALossWhereNobodyThinksTheTargetPossible() {
    let mean = Evaluation(meanOf: [said([1, 0, 0, 1], [0, 1]), said([1, 0, 0, 1], [0, 1])], of: rows)
    #expect(mean.losses.allSatisfy { $0.isFinite && $0 > 100 })
  }

  @Test func speaksTheMeanOfTheNumbers() throws {
    let rows = Batch(inputs: NoInputs(), count: 2, targets: .numbers([1, 2]))
    let members = [[3, 2], [1, 5]].map { Evaluation(losses: [0, 0], numbers: $0, targetCount: 2) }
    let mean = Evaluation(meanOf: members, of: rows)
    #expect(mean.numbers == [2, 3.5])
    #expect(mean.losses == [1, 2.25])
  }

  private final class NoInputs: BatchInputs {
    func write(row: Int, into target: InputRow) {}
  }

  @Test func carriesTheStatesOfEachNetworkThroughATextByItself() throws {
    let text = try PlainText(name: "a", String(repeating: "the sea and the sand, ", count: 40))
    let examples = TextExamples(text, part: 0..<text.count, steps: 4)
    let models = [1, 2].map { seed in
      Model(
        network: Network(
          input: SequenceShape(steps: 4, features: text.vocabulary.count, isTokens: true),
          layers: [LSTM(units: 6), Dense(units: text.vocabulary.count)],
          readout: .everyStep, loss: .softmaxCrossEntropy, outputs: text.vocabulary.count), seed: seed)
    }
    func alone(_ models: [Model]) -> [SplitEvaluation] {
      Ensemble(models.map { Ensemble.Member(model: $0, examples: examples) }, threads: 1)
        .evaluate(isCancelled: { false }).alone
    }
    let (first, second, both) = (alone([models[0]]), alone([models[1]]), alone(models))
    #expect(both.map(\.losses) == [first[0].losses, second[0].losses])
    #expect(first[0].losses != second[0].losses)
  }

  @Test func isShownBesideEachNetworkAlone() throws {
    let run = try TestNotebook(
      TestNotebook.model + """
        ```{build}
        label: other
        like: net
        ```
        ```{train}
        model: other
        steps: 3
        batch: 4
        ```
        ```{evaluate}
        label: first
        model: net
        ```
        ```{evaluate}
        label: second
        model: [other]
        ```
        ```{evaluate}
        label: both
        model: [net, other]
        ```

        """
    ).run()
    let tables = try #require(run.result(6)).outputs.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    let table = try #require(tables.first)
    #expect(table.columns == ["network", "accuracy", "loss"])
    func row(_ name: String, _ label: String) throws -> [Table.Value] {
      [
        .text(name), .quantity(.fraction(try #require(run.number(label, "accuracy")))),
        .quantity(.real(try #require(run.number(label, "loss")))),
      ]
    }
    #expect(table.rows.prefix(2) == [try row("net", "first"), try row("other", "second")])
    #expect(table.footer == (try row("as one", "both")))
    let losses = try ["first", "second", "both"].map { try #require(run.number($0, "loss")) }
    #expect(losses[2] < (losses[0] + losses[1]) / 2, "the logarithm of a mean is above the mean of the logarithms")
    // Of two numbers the standard error is half their distance.
    let (mean, error) = ((losses[0] + losses[1]) / 2, abs(losses[0] - losses[1]) / 2)
    #expect(run.number("both", "alone_loss") == mean)
    #expect(abs(try #require(run.number("both", "alone_loss_error")) - error) < 1e-12)
    let average = table.rows[2]
    #expect(average.first == .text("on average"))
    #expect(average.last == .quantity(.real(mean)))
    #expect(run.number("first", "alone_loss") == nil, "of one network there is nothing to be said")
  }

  /// Two networks, one of which reads rows and the other columns of the same hundred images, and as many others to train on.
  private static let twoWays = """
    ```{load}
    label: rows
    dataset: digits
    train: 100
    test: 100
    ```
    ```{load}
    label: columns
    dataset: digits
    train: 100
    test: 100
    time_steps: columns
    ```
    ```{build}
    label: across
    layers: [lstm: {units: 16}, dense: {units: 10}]
    ```
    ```{build}
    label: down
    like: across
    ```

    """

  private static func evaluate(_ label: String, _ models: String, on parts: String) -> String {
    "```{evaluate}\nlabel: \(label)\nmodel: \(models)\non: \(parts)\n```\n"
  }

  @Test func readsTheSameExamplesInAsManyWaysAsThereAreNetworks() throws {
    let both = "[across, down]"
    let run = try TestNotebook(
      Self.twoWays + Self.evaluate("first", "across", on: "rows.test")
        + Self.evaluate("second", "down", on: "[columns.test]")
        + Self.evaluate("turned", "down", on: "rows.test")
        + Self.evaluate("together", both, on: "[rows.test, columns.test]")
        + Self.evaluate("alike", both, on: "[rows.test, rows.test]") + Self.evaluate("one", both, on: "rows.test")
    ).run()
    func numbers(_ label: String) throws -> [Double] {
      try ["accuracy", "loss"].map { try #require(run.number(label, $0)) }
    }
    func alone(_ label: String) throws -> [Double] {
      try ["alone_accuracy", "alone_loss"].map { try #require(run.number(label, $0)) }
    }
    let (first, second, turned) = (try numbers("first"), try numbers("second"), try numbers("turned"))
    #expect(second != turned, "a network reads the part that is its own")
    #expect(try alone("together") == zip(first, second).map { ($0 + $1) / 2 })
    #expect(try alone("one") == zip(first, turned).map { ($0 + $1) / 2 })
    #expect(try numbers("alike") == numbers("one") && alone("alike") == alone("one"))
    #expect(try numbers("together") != numbers("one"))
  }

  @Test func failsWhereTheSameIsNotToBeTold() throws {
    let run = try TestNotebook(
      Self.twoWays + Self.evaluate("together", "[across, down]", on: "[rows.test, columns.train]")
    ).run()
    let failures = run.events.compactMap { if case .cellFailed(_, let failure) = $0 { failure } else { nil } }
    #expect(
      failures == [
        CellFailure(
          "'rows.test' and 'columns.train' show other examples: of number 1 not the same is to be told",
          suggestion: "name parts that show the same examples, each in its own way")
      ])
  }

  @Test func comparesWhatIsToBeToldExampleByExample() {
    func classes(_ labels: [UInt8]) -> ImageExamples {
      let shape = ImageShape(rows: 1, columns: 2)
      return ImageExamples(
        ImageSet(shape: shape, pixels: labels.flatMap { [$0, 7] }, labels: labels), reading: .rows, classes: 4)
    }
    #expect(classes([1, 0, 3]).firstTold(otherwiseThan: classes([1, 0, 3])) == nil)
    #expect(classes([1, 0, 3]).firstTold(otherwiseThan: classes([1, 2, 2])) == 1)
    #expect(classes([1, 0, 3]).firstTold(otherwiseThan: classes([1, 0])) == 2)
    #expect(classes([1]).firstTold(otherwiseThan: classes([1, 0])) == 1)
  }
}

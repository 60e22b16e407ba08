import Datasets
import NotebookPlanning
import NotebookResults

/// Examples of a generated task and how they are parted.
struct TaskSource: DataSource {
  let task: any GeneratedTask.Type
  let train: Int
  let validation: Int
  let test: Int
  let steps: Int
  /// The fewest time steps of an example.
  let shortest: Int

  var name: String { task.name }

  /// The validation examples come first, then those to train on.
  private var ranges: [DatasetSplit: Range<Int>] {
    let begin = validation + train
    return [.validation: 0..<validation, .train: validation..<begin, .test: begin..<begin + test]
  }

  private var shape: ExampleShape { task.shape(steps: steps, shortest: shortest) }

  func symbol(following dependencies: CellDependencies) -> DatasetSymbol {
    DatasetSymbol(
      shape: shape, counts: ranges.mapValues(\.count), noun: "examples",
      metrics: metrics.map(\.name), bytes: (train + validation + test) * task.bytes(of: shape),
      dependencies: dependencies)
  }

  /// What there is to tell.
  private var told: String {
    switch shape.target {
    case .classes: "classes"
    case .numbers: "numbers"
    }
  }

  private var metrics: [MetricRule] {
    switch shape.target {
    case .classes: [.accuracy, .loss]
    case .numbers: [.loss, .meanSquaredError, .meanAbsoluteError]
    }
  }

  var fields: [Field] {
    [
      Field("train_examples", .count(train)), Field("validation_examples", .count(validation)),
      Field("test_examples", .count(test)), Field("time_steps", .count(steps)), Field("shortest", .count(shortest)),
      Field("inputs", .count(shape.features)), Field(told, .count(shape.outputs)),
    ]
  }

  func read(_ context: CellContext) throws(CellFailure) -> any GeneratedExamples {
    guard
      let examples = task.examples(
        count: train + validation + test, steps: steps, shortest: shortest, seed: context.seed,
        isCancelled: context.isCancelled)
    else { throw CellFailure("stopped while '\(name)' was generated", kind: .interrupted) }
    return examples
  }

  func dataset(of examples: any GeneratedExamples) -> LoadedDataset {
    LoadedDataset(shape: shape, digest: examples.digest, parts: ranges.mapValues { examples[$0] })
  }

  func outputs(of examples: any GeneratedExamples) -> [CellOutput] {
    [.table(partTable(examples)), first(of: examples[ranges[.train] ?? 0..<0])]
  }

  private func partTable(_ examples: any GeneratedExamples) -> Table {
    let rows: [[Table.Value]] = DatasetSplit.allCases.compactMap { split in
      guard let range = ranges[split], !range.isEmpty else { return nil }
      let lengths = range.map { examples.steps(of: $0) }
      let (least, most) = (lengths.min() ?? 0, lengths.max() ?? 0)
      return [
        .text(split.rawValue), .quantity(.count(range.count)),
        .text(least == most ? "\(most)" : "\(least) to \(most)"),
      ]
    }
    return Table(
      caption: "Parts of the generated examples", columns: ["part", "examples", "time steps"], rows: rows)
  }

  private func first(of examples: any GeneratedExamples) -> CellOutput {
    switch examples.targets {
    case .classes(let examples):
      .table(
        Table(
          caption: "The first training examples", columns: ["seen", "to be told"],
          rows: (0..<min(Self.shownExamples, examples.count)).map { index in
            [.text(examples.seen(index)), .text(examples.told(index))]
          }, hasRowHeaders: false))
    case .numbers(let examples):
      .chart(
        Chart(
          title: "The first training example", xLabel: "time step", yLabel: "value",
          series: examples.curves(of: 0).map(\.series)))
    }
  }

  /// How many examples of signs are shown.
  private static let shownExamples = 6
}

extension NumberTargets {
  /// What is seen of an example, and what is to be told of it where that is a line too.
  func curves(of index: Int) -> [ExampleCurve] {
    guard case .curves(let inputs) = view(of: index) else { return [] }
    return inputs + targetCurves(of: index)
  }

  /// What is to be told of an example over its time steps; nothing where it is told once.
  func targetCurves(of index: Int) -> [ExampleCurve] {
    guard shape.told == .eachStep else { return [] }
    let numbers = (0..<steps(of: index)).map { self.numbers(of: index, at: $0) }
    return numberNames.enumerated().map { place, name in
      ExampleCurve(name: name, values: numbers.map { $0[place] })
    }
  }
}

extension ExampleCurve {
  /// The line that shows it, time steps counted from 0.
  var series: ChartSeries {
    ChartSeries(
      name: name, points: values.enumerated().map { SeriesPoint(x: $0.offset, y: Double($0.element)) })
  }
}

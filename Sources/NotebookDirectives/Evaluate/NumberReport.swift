import Datasets
import NotebookPlanning
import NotebookResults

/// Numbers, once or at each time step: how well they are told beside always saying the mean, and where worst.
enum NumberReport: EvaluationReport {
  static let fieldNames = [
    "mean_squared_error", "mean_absolute_error", "loss", "examples", "baseline_mean_squared_error",
    "baseline_mean_absolute_error",
  ]

  /// How many of the worst examples are listed.
  private static let shownExamples = 12
  /// How many of the first are drawn as lines, and of how many numbers.
  private static let (shownLines, shownColumns) = (200, 2)

  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult {
    guard case .numbers(let examples)? = data.examples(split)?.targets else { return CellResult() }
    let told = NumberGuess(
      field: "", name: "the model", meanSquaredError: evaluation.meanSquaredError,
      meanAbsoluteError: evaluation.meanAbsoluteError)
    let guesses = NumberGuess.simple(examples, of: data)
    let fields =
      errorFields(of: told)
      + [Field("loss", .real(evaluation.meanLoss)), Field("examples", .count(examples.count))]
      + guesses.flatMap { errorFields(of: $0) }
    let summary = Table(
      caption: "On the \(split.rawValue) examples", columns: ["", "mean squared error", "mean absolute error"],
      rows: ([told] + guesses).map { guess in
        [
          .text(guess.name), .quantity(.real(guess.meanSquaredError)), .quantity(.real(guess.meanAbsoluteError)),
        ]
      })
    let worst = worstExamples(evaluation, examples)
    return CellResult(
      outputs: [.table(summary)]
        + (examples.shape.told == .once
          ? lines(evaluation, examples) + [.table(table(of: worst, evaluation, examples))]
          : charts(of: worst.first, evaluation, examples)),
      fields: fields)
  }

  private static func errorFields(of guess: NumberGuess) -> [Field] {
    [
      Field("\(guess.field)mean_squared_error", .real(guess.meanSquaredError)),
      Field("\(guess.field)mean_absolute_error", .real(guess.meanAbsoluteError)),
    ]
  }

  /// The examples in the order of their squared errors, the largest first.
  private static func worstExamples(_ evaluation: SplitEvaluation, _ examples: any NumberTargets) -> [Int] {
    let outputs = examples.shape.targets(steps: examples.shape.steps)
    let errors = (0..<examples.count).map { index in
      evaluation.errors.squares[index * outputs..<(index + 1) * outputs].reduce(0, +)
        / Double(max(1, examples.shape.targets(steps: examples.steps(of: index))))
    }
    func size(_ index: Int) -> Double { errors[index].isNaN ? .infinity : errors[index] }
    return errors.indices.sorted { (size($1), $0) < (size($0), $1) }
  }

  private static func table(
    of worst: [Int], _ evaluation: SplitEvaluation, _ examples: any NumberTargets
  ) -> Table {
    let outputs = examples.shape.outputs
    let rows: [[Table.Value]] = worst.prefix(shownExamples).map { index in
      let told = evaluation.numbers[index * outputs..<(index + 1) * outputs]
      let numbers = zip(examples.numbers(of: index, at: 0), told).flatMap { [Double($0), Double($1)] }
      return [.quantity(.count(index)), .quantity(.count(examples.steps(of: index)))]
        + numbers.map { .quantity(.real($0)) }
    }
    return Table(
      caption: "Where it was off most",
      columns: ["example", "time steps"] + examples.numberNames.flatMap { [$0, "\($0) told"] }, rows: rows)
  }

  /// What was to be told of the first examples that follow one another, and what was; nothing of others.
  private static func lines(_ evaluation: SplitEvaluation, _ examples: any NumberTargets) -> [CellOutput] {
    guard examples.shape.isForecast else { return [] }
    let (shown, outputs) = (min(shownLines, examples.count), examples.shape.outputs)
    let series = examples.numberNames.prefix(shownColumns).enumerated().flatMap { place, name in
      [
        ExampleCurve(name: name, values: (0..<shown).map { examples.numbers(of: $0, at: 0)[place] }),
        ExampleCurve(name: "\(name) told", values: (0..<shown).map { evaluation.numbers[$0 * outputs + place] }),
      ]
    }
    return [
      .chart(
        Chart(title: "The first \(shown) examples", xLabel: "example", yLabel: "value", series: series.map(\.series)))
    ]
  }

  private static func charts(
    of worst: Int?, _ evaluation: SplitEvaluation, _ examples: any NumberTargets
  ) -> [CellOutput] {
    [("The first example", examples.count > 0 ? 0 : nil), ("Where it was off most", worst)].compactMap { title, index in
      index.map { .chart(chart(title, of: $0, evaluation, examples)) }
    }
  }

  /// What was to be told of an example over its time steps, and what was.
  private static func chart(
    _ title: String, of index: Int, _ evaluation: SplitEvaluation, _ examples: any NumberTargets
  ) -> Chart {
    let (steps, outputs) = (examples.shape.steps, examples.shape.outputs)
    let told = examples.numberNames.enumerated().map { place, name in
      ExampleCurve(
        name: "\(name) told",
        values: (0..<examples.steps(of: index)).map { evaluation.numbers[(index * steps + $0) * outputs + place] })
    }
    return Chart(
      title: title, xLabel: "time step", yLabel: "value",
      series: (examples.targetCurves(of: index) + told).map(\.series))
  }
}

import Datasets
import NotebookPlanning
import NotebookResults

/// A class at each time step of examples that stand alone: how well it is told, how many examples are told as a whole, and where not.
enum StepReport: EvaluationReport {
  static let fieldNames = [
    "accuracy", "loss", "examples", "whole_examples", "targets", "correct", "baseline_loss", "baseline_accuracy",
    "token_loss", "token_accuracy",
  ]

  /// How many of the examples that were told wrong are shown.
  private static let shownExamples = 12

  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult {
    guard case .classes(let examples)? = data.examples(split)?.targets else { return CellResult() }
    let guesses = ClassGuess.simple(examples, of: data, by: "the sign of the step")
    let told = ClassGuess(name: "the model", loss: evaluation.meanLoss, accuracy: evaluation.accuracy)
    let wrong = (0..<examples.count).filter { index in
      reading(of: index, evaluation, examples)
        != (0..<examples.steps(of: index)).map { examples.target(of: index, at: $0) }
    }
    let whole = examples.count - wrong.count
    let wholeShare = Quantity.fraction(Double(whole) / Double(max(1, examples.count)))
    let fields =
      [
        Field("accuracy", .fraction(told.accuracy)), Field("loss", .real(told.loss)),
        Field("examples", .count(examples.count)),
        Field("whole_examples", wholeShare),
        Field("targets", .count(evaluation.targets)), Field("correct", .count(evaluation.correct)),
      ]
      + zip(["baseline", "token"], guesses).flatMap { name, guess in
        [Field("\(name)_loss", .real(guess.loss)), Field("\(name)_accuracy", .fraction(guess.accuracy))]
      }
    let summary = Table(
      caption: "On the \(split.rawValue) examples", columns: ["", "loss", "accuracy"],
      rows: ([told] + guesses).map { row in
        [.text(row.name), .quantity(.real(row.loss)), .quantity(.fraction(row.accuracy))]
      },
      footer: [.text("examples told as a whole"), .quantity(.count(whole)), .quantity(wholeShare)])
    return CellResult(
      outputs: [.table(summary)] + (wrong.isEmpty ? [] : [.table(table(of: wrong, evaluation, examples))]),
      fields: fields)
  }

  /// The classes that the model tells of an example.
  private static func reading(
    of index: Int, _ evaluation: SplitEvaluation, _ examples: any ClassTargets
  ) -> [Int?] {
    let first = index * examples.shape.steps
    return Array(evaluation.predictions[first..<first + examples.steps(of: index)])
  }

  private static func table(
    of wrong: [Int], _ evaluation: SplitEvaluation, _ examples: any ClassTargets
  ) -> Table {
    let names = examples.classNames
    let rows: [[Table.Value]] = wrong.prefix(shownExamples).map { index in
      let read = reading(of: index, evaluation, examples).map { $0.map { names[$0] } ?? "�" }.joined()
      return [.text(examples.seen(index)), .text(examples.told(index)), .text(read.shortened)]
    }
    return Table(
      caption: "The first that were not told as a whole", columns: ["seen", "to be told", "told instead"], rows: rows,
      hasRowHeaders: false)
  }
}

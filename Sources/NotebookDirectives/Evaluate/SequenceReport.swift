import Datasets
import NotebookPlanning
import NotebookResults

/// The next character of a text at each time step: how well it is told, and where worst.
enum SequenceReport: EvaluationReport {
  static let fieldNames = [
    "bits_per_character", "perplexity", "loss", "accuracy", "characters", "correct", "baseline_bits_per_character",
    "baseline_accuracy", "bigram_bits_per_character", "bigram_accuracy",
  ]

  /// How many of the worst places are shown, and how many characters before each.
  private static let (shownPlaces, shownCharacters) = (12, 32)

  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult {
    guard case .classes(let examples)? = data.examples(split)?.targets else { return CellResult() }
    let guesses = ClassGuess.simple(examples, of: data, by: "the character before")
    let told = ClassGuess(name: "the model", loss: evaluation.meanLoss, accuracy: evaluation.accuracy)
    let summary = Table(
      caption: "On the \(split.rawValue) characters",
      columns: ["", "bits per character", "perplexity", "loss", "accuracy"],
      rows: ([told] + guesses).map { row in
        [
          .text(row.name), .quantity(.real(row.loss / MetricRule.naturalLogarithmOfTwo)),
          .quantity(.real(MetricRule.perplexity(ofLoss: row.loss))), .quantity(.real(row.loss)),
          .quantity(.fraction(row.accuracy)),
        ]
      })
    let fields =
      [
        Field("bits_per_character", .real(MetricRule.bitsPerCharacter.value(evaluation))),
        Field("perplexity", .real(MetricRule.perplexity.value(evaluation))), Field("loss", .real(told.loss)),
        Field("accuracy", .fraction(told.accuracy)), Field("characters", .count(evaluation.targets)),
        Field("correct", .count(evaluation.correct)),
      ]
      + zip(["baseline", "bigram"], guesses).flatMap { name, guess in
        [
          Field("\(name)_bits_per_character", .real(guess.loss / MetricRule.naturalLogarithmOfTwo)),
          Field("\(name)_accuracy", .fraction(guess.accuracy)),
        ]
      }
    return CellResult(outputs: [.table(summary), .table(worstPlaces(evaluation, examples))], fields: fields)
  }

  private static func worstPlaces(_ evaluation: SplitEvaluation, _ examples: any ClassTargets) -> Table {
    let steps = examples.shape.steps
    let names = examples.classNames
    let rows: [[Table.Value]] = evaluation.worst(shownPlaces, among: evaluation.losses.indices).map { place in
      let (index, step) = (place / steps, place % steps)
      return [
        .text(text(before: step, of: examples.view(of: index))), .text(names[examples.target(of: index, at: step)]),
        .text(evaluation.predictions[place].map { names[$0] } ?? "nothing"),
        .quantity(.real(evaluation.losses[place] / MetricRule.naturalLogarithmOfTwo)),
      ]
    }
    return Table(
      caption: "Where it was surprised most", columns: ["text before", "character", "told instead", "bits"],
      rows: rows, hasRowHeaders: false)
  }

  /// What a window says up to a time step, as far as there is room.
  private static func text(before step: Int, of view: ExampleView) -> String {
    guard case .text(let window) = view else { return "" }
    let shown = window.unicodeScalars.prefix(step + 1).suffix(shownCharacters).map { $0 == "\n" ? "⏎" : $0 }
    return String(String.UnicodeScalarView(shown))
  }
}

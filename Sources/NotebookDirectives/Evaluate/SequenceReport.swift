import Datasets
import NotebookPlanning
import NotebookResults

/// A class at each time step, as of the next character of a text: how well it is told, and where worst.
enum SequenceReport: EvaluationReport {
  static let fieldNames = [
    "bits_per_character", "loss", "accuracy", "characters", "correct", "baseline_bits_per_character",
    "baseline_accuracy",
  ]

  /// How many of the worst places are shown, and how many characters before each.
  private static let (shownPlaces, shownCharacters) = (12, 32)

  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult {
    guard case .classes(let examples)? = data.examples(split)?.targets,
      case .classes(let train)? = data.examples(.train)?.targets
    else { return CellResult() }
    let (frequencies, counts) = (ClassFrequencies(train.targetCounts), examples.targetCounts)
    let baseline = frequencies.crossEntropy(of: counts) / MetricRule.naturalLogarithmOfTwo
    let baselineAccuracy = frequencies.accuracy(of: counts)
    let fields = [
      Field("bits_per_character", .real(MetricRule.bitsPerCharacter.value(evaluation))),
      Field("loss", .real(evaluation.meanLoss)), Field("accuracy", .fraction(evaluation.accuracy)),
      Field("characters", .count(evaluation.targets)), Field("correct", .count(evaluation.correct)),
      Field("baseline_bits_per_character", .real(baseline)), Field("baseline_accuracy", .fraction(baselineAccuracy)),
    ]
    let summary = Table(
      caption: "On the \(split.rawValue) characters", columns: ["", "bits per character", "loss", "accuracy"],
      rows: [
        [.text("the model")] + fields.prefix(3).map { .quantity($0.quantity) },
        [
          .text("guessing by frequency"), .quantity(.real(baseline)),
          .quantity(.real(baseline * MetricRule.naturalLogarithmOfTwo)), .quantity(.fraction(baselineAccuracy)),
        ],
      ])
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

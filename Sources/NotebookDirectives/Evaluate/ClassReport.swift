import Datasets
import NotebookPlanning
import NotebookResults

/// One class an example: which was taken for which, and the worst mistakes.
enum ClassReport: EvaluationReport {
  static let fieldNames = ["accuracy", "loss", "images", "correct", "mistakes"]

  /// How many of the worst mistakes are shown.
  private static let shownMistakes = 12

  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult {
    guard case .classes(let examples)? = data.examples(split)?.targets else { return CellResult() }
    let labels = (0..<examples.count).map { examples.target(of: $0, at: 0) }
    let confusion = ConfusionMatrix(
      labels: labels, predictions: evaluation.predictions, classes: data.shape.outputs)
    let fields = [
      Field("accuracy", .fraction(evaluation.accuracy)), Field("loss", .real(evaluation.meanLoss)),
      Field("images", .count(examples.count)), Field("correct", .count(evaluation.correct)),
      Field("mistakes", .count(examples.count - evaluation.correct)),
    ]
    let summary = Table(
      caption: "On the \(split.rawValue) images", columns: fields.map(\.name),
      rows: [fields.map { .quantity($0.quantity) }], hasRowHeaders: false)
    let mistakes = evaluation.worst(
      shownMistakes, among: (0..<examples.count).filter { evaluation.predictions[$0] != labels[$0] })
    var outputs: [CellOutput] = [.table(summary), .table(confusion.classTable), .table(confusion.table)]
    let pictures = mistakes.compactMap { index in
      let reading = evaluation.predictions[index].map(String.init) ?? "nothing"
      return PictureStrip.Picture(examples.view(of: index), label: "\(labels[index]) read as \(reading)")
    }
    if !pictures.isEmpty {
      outputs.append(.pictures(PictureStrip(caption: "The worst mistakes", pictures: pictures)))
    }
    return CellResult(outputs: outputs, fields: fields)
  }
}

extension PictureStrip.Picture {
  /// An example that is a picture.
  fileprivate init?(_ view: ExampleView, label: String) {
    guard case .picture(let rows, let columns, let pixels) = view else { return nil }
    self.init(rows: rows, columns: columns, pixels: pixels, label: label)
  }
}

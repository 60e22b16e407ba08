private import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Evaluates a model and shows where it errs.
struct EvaluateAction: DirectAction {
  let model: String
  let data: String
  let split: DatasetSplit

  static let fieldNames = ["accuracy", "loss", "images", "correct", "mistakes"]

  /// How many of the worst mistakes are shown.
  private static let shownMistakes = 12

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    guard let model = session.models[model], let data = try session.dataset(data, context),
      let images = data.images(split)
    else {
      throw CellFailure("the model '\(model)' or the data set '\(self.data)' was not made")
    }
    var evaluator = Evaluator(network: model.network, data: data, threads: context.threads)
    let evaluation = evaluator.evaluate(
      split, parameters: model.parameters, isCancelled: context.isCancelled)
    guard evaluation.predictions.count == images.count else {
      throw CellFailure("stopped after \(evaluation.predictions.count) images", kind: .interrupted)
    }
    let labels = (0..<images.count).map { Int(images.label(at: $0)) }
    let confusion = ConfusionMatrix(labels: labels, predictions: evaluation.predictions, classes: data.classes)
    let fields = [
      Field("accuracy", .fraction(evaluation.accuracy)), Field("loss", .real(evaluation.meanLoss)),
      Field("images", .count(images.count)), Field("correct", .count(evaluation.correct)),
      Field("mistakes", .count(images.count - evaluation.correct)),
    ]
    let summary = Table(
      caption: "On the \(split.rawValue) images", columns: fields.map(\.name),
      rows: [fields.map { .quantity($0.quantity) }], hasRowHeaders: false)
    let mistakes = (0..<images.count).filter { evaluation.predictions[$0] != labels[$0] }
      .sorted { (evaluation.losses[$1], $0) < (evaluation.losses[$0], $1) }.prefix(Self.shownMistakes)
    var outputs: [CellOutput] = [.table(summary), .table(confusion.classTable), .table(confusion.table)]
    if !mistakes.isEmpty {
      let pictures = mistakes.map {
        PictureStrip.Picture(images, at: $0, label: "\(labels[$0]) read as \(evaluation.predictions[$0])")
      }
      outputs.append(.pictures(PictureStrip(caption: "The worst mistakes", pictures: Array(pictures))))
    }
    return CellResult(outputs: outputs, fields: fields)
  }
}

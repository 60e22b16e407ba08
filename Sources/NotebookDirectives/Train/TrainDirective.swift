import Datasets
import NotebookPlanning
import NotebookSyntax
import RecurrentEngine

/// `{train}`: steps of an optimizer on the training images, with what is measured on the way.
enum TrainDirective: Directive {
  static let keyword = "train"

  static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let model = options.model("model")
    let data = options.dataset("data")
    let batch = options.integer("batch", in: 1...65_536) ?? 128
    let epochSteps = options.integer("epoch_steps", in: 1...10_000_000)
    let length = length(&options)
    let optimizer = options.optimizer("optimizer")
    let augmentation = Augmentation.read("augment", from: &options)
    let measures = measures(&options, data: data?.dataset)
    guard let model, let data, let length else { return nil }
    options.checkFit(
      of: (model.label, model.network), to: (data.label, data.dataset), dataKey: "data",
      rows: Evaluator.capacity(atLeast: batch), rowsKey: "batch")
    let images = data.dataset.counts[.train] ?? 0
    let perEpoch = epochSteps ?? max(1, images / batch)
    let steps = length.isEpochs ? length.count.multipliedReportingOverflow(by: perEpoch).partialValue : length.count
    guard (1...TrainingPlan.maximumSteps).contains(steps) else {
      options.report(
        .outOfRange, at: options.place(of: length.isEpochs ? "epochs" : "steps"),
        "training takes at most \(TrainingPlan.maximumSteps) steps")
      return nil
    }
    let plan = TrainingPlan(
      steps: steps, batch: batch, epochSteps: perEpoch, optimizer: optimizer, augmentation: augmentation,
      measures: measures)
    return PlannedAction(
      TrainAction(model: model.label, data: data.label, plan: plan),
      leaves: Symbol(
        .measurements, fields: TrainAction.fieldNames(measures),
        series: Dictionary(measures.map { ($0.name, $0.every.unit) }) { first, _ in first },
        standIn: data.standIn ?? model.standIn))
  }

  private static func length(_ options: inout OptionReader) -> (count: Int, isEpochs: Bool)? {
    let steps = options.integer("steps", in: 1...TrainingPlan.maximumSteps)
    let epochs = options.integer("epochs", in: 1...1_000_000)
    switch (options.isGiven("steps"), options.isGiven("epochs")) {
    case (true, true):
      options.report(
        .conflictingKeys, at: options.place(of: "epochs"), "{train} takes 'steps' or 'epochs', not both")
      return nil
    case (false, false):
      options.reportMissing(
        ["steps", "epochs"], "{train} needs 'steps' or 'epochs'", suggestion: "write 'epochs: 1'")
      return nil
    case (true, false): return steps.map { ($0, false) }
    case (false, true): return epochs.map { ($0, true) }
    }
  }

  private static func measures(_ options: inout OptionReader, data: DatasetSymbol?) -> [Measure] {
    guard let value = options.value("report") else { return [] }
    let measures = options.nested(value, owner: "'report'") { report in
      Measure.Subject.allCases.flatMap { subject in
        [true, false].compactMap { isAccuracy -> Measure? in
          let name = Measure.name(subject, isAccuracy: isAccuracy)
          guard let value = report.value(name), let every = Interval.read(value, from: &report) else { return nil }
          if let data, let split = subject.split, (data.counts[split] ?? 0) == 0 {
            report.report(.unknownField, at: value.position, "the data set has no \(split.rawValue) images")
          }
          return Measure(subject: subject, isAccuracy: isAccuracy, every: every)
        }
      }
    }
    return measures ?? []
  }
}

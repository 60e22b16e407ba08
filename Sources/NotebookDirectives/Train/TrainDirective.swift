import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax
import RecurrentEngine

/// `{train}`: steps of an optimizer on the training examples, with what is measured on the way.
enum TrainDirective: Directive {
  static let keyword = "train"
  static let summary = "Takes steps of an optimizer on the training examples, and measures on the way."

  static let model = DeclaredOption(
    "model", .model(isChanged: true, examples: ["build", "build-2"]), "The network to train.",
    otherwise: "the one built last", alsoKnownAs: ["network", "net"])
  static let data = DeclaredOption(
    "data", .dataset(examples: ["load", "load-2"]), "The data set to train on.", otherwise: "the one loaded last",
    alsoKnownAs: ["dataset", "train_data"])
  static let steps = DeclaredOption(
    "steps", .integer(1...TrainingPlan.maximumSteps), "How many steps to take; a step is one batch and one update.",
    moves: .length, examples: OptionExamples(["3", "5"]),
    alsoKnownAs: ["iterations", "iters", "num_steps", "n_steps", "max_steps", "updates"])
  static let epochs = DeclaredOption(
    "epochs", .integer(1...1_000_000), "How many epochs to take, in place of `steps`.", moves: .length,
    examples: OptionExamples(["1", "2"], without: ["steps"]),
    alsoKnownAs: ["num_epochs", "n_epochs", "nb_epoch", "max_epochs", "epoch"])
  static let batch = DeclaredOption(
    "batch", .integer(1...65_536, unit: "examples"), default: 128, "How many examples a step takes.",
    examples: OptionExamples(["8", "12"]), alsoKnownAs: ["batch_size", "batchsize", "minibatch", "mini_batch", "bs"])
  static let epochSteps = DeclaredOption(
    "epoch_steps", .integer(1...10_000_000), "How many steps count as one epoch.",
    otherwise: "as many as there are whole batches of training examples", alsoKnownAs: ["steps_per_epoch"])
  static let labelSmoothing = DeclaredOption(
    "label_smoothing", .number(0...0.99), default: 0,
    "The share ε that is taken from each label and spread evenly over all K classes: the target of its class is 1 − ε + ε / K, that of "
      + "every other ε / K.",
    alsoKnownAs: ["smoothing", "label_smooth", "smoothing_factor"])
  static let augment = DeclaredOption(
    "augment", .group(AugmentOptions.self, named: "augment"),
    "How images are changed at random before the network sees them.", otherwise: "left as they are",
    alsoKnownAs: ["augmentation", "augmentations", "transforms", "data_augmentation"])
  static let report = DeclaredOption(
    "report", .group(ReportOptions.self, named: "report"),
    "What to measure on the way, each with how often, and after the last step.",
    otherwise: "nothing", alsoKnownAs: ["metrics", "measure", "log", "logging", "record"])

  static let stop = DeclaredOption(
    "stop", .group(StopOptions.self, named: "stop"), "When to end before the last step.",
    otherwise: "all steps are taken",
    examples: OptionExamples(["{on: batch_loss, patience: 2}", "{on: test_loss, patience: 1}"]),
    alsoKnownAs: ["early_stopping", "early_stop", "patience", "stop_when"])
  static let keepBest = DeclaredOption(
    "keep_best", .measureName, "The quantity that decides which weights are kept: those with which it was best.",
    otherwise: "those after the last step", examples: OptionExamples(["batch_loss", "test_loss"]),
    alsoKnownAs: ["restore_best_weights", "save_best_only", "best_weights"])

  static let count = DeclaredOption(
    Repetition.option, .integer(2...100, unit: "seeds"),
    "So many seeds from that of the notebook on, and how far what `report` measures spreads over them: a `{sweep}` behind the training, whose label is that "
      + "of the training with `-seeds` behind it.",
    otherwise: "the seed of the notebook alone", moves: .cellBehind, alsoKnownAs: ["repeats", "trials", "runs"])

  static let options: [any OptionDeclaration] =
    [model, data, steps, epochs, batch, epochSteps] + UpdateOptions.options + [
      labelSmoothing, augment, report, stop, keepBest, DeclaredOption.seed, count,
    ]

  static let examples = [
    [
      ExampleOption("model", "build"), ExampleOption("data", "load"), ExampleOption("steps", "5"),
      ExampleOption("batch", "8"),
      ExampleOption("report", "{batch_accuracy: every 2 steps, batch_loss: every 2 steps, test_loss: every epoch}"),
    ]
  ]

  static func fields(_ values: OptionValues) -> [String] {
    if values.isGiven(report), values[report] == nil { return [] }
    return TrainAction.fieldNames(values[report]?.made ?? [], keepsBest: values[keepBest] != nil)
  }

  static func series(_ values: OptionValues) -> [String: RecordedSeries.Unit] {
    Dictionary((values[report]?.made ?? []).map { ($0.name, $0.timing.unit) }) { first, _ in first }
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    let length = length(&values)
    let measures = values[report]?.made ?? []
    if let data = values[data] { check(measures, on: data, &values) }
    if let stop = values[stop] { checkJudge(stop.made.measure, at: stop.places["on"], among: measures, &values) }
    if let judge = values[keepBest] { checkJudge(judge, at: values.place(of: keepBest), among: measures, &values) }
    guard let model = values[model], let data = values[data], let length else { return nil }
    let batch = values[batch]
    values.checkFit(
      of: (model.label, model.network), to: (data.label, data.dataset), named: Self.data,
      rows: Evaluator.capacity(batch: batch, data.dataset.shape), by: Self.batch)
    let examples = data.dataset.counts[.train] ?? 0
    let perEpoch = values[epochSteps] ?? max(1, examples / batch)
    if data.dataset.shape.isRunning, examples < batch {
      values.report(
        .outOfRange, at: values.place(of: Self.batch),
        "a batch takes \(batch) windows of '\(data.label)' at a time, which has \(examples) to train on")
    }
    if values[augment] != nil, !data.dataset.canBeAugmented {
      values.report(
        .conflictingKeys, at: values.place(of: augment),
        "only pictures can be changed at random, and '\(data.label)' has none")
    }
    if values[labelSmoothing] > 0, model.network.loss.target == .number {
      values.report(
        .conflictingKeys, at: values.place(of: labelSmoothing),
        "only labels of classes can be smoothed, and the model '\(model.label)' tells numbers")
    }
    let steps = length.isEpochs ? length.count.multipliedReportingOverflow(by: perEpoch).partialValue : length.count
    guard (1...TrainingPlan.maximumSteps).contains(steps) else {
      values.report(
        .outOfRange, at: values.place(of: length.isEpochs ? epochs : Self.steps),
        "training takes at most \(TrainingPlan.maximumSteps) steps, and \(length.count) epochs of \(perEpoch) are \(steps)"
      )
      return nil
    }
    values.resolve(epochSteps, to: perEpoch)
    values.resolveLength(to: steps)
    values.drawRandomNumbers(from: values[.seed])
    let plan = TrainingPlan(
      steps: steps, batch: batch, epochSteps: perEpoch, optimizer: values[UpdateOptions.optimizer].made,
      schedule: UpdateOptions.schedule(values), clipping: UpdateOptions.clipping(&values),
      labelSmoothing: values[labelSmoothing], augmentation: values[augment]?.made,
      measures: measures, stop: values[stop]?.made, keepsBest: values[keepBest])
    var symbol = Symbol(
      .measurements, fields: TrainAction.fieldNames(measures, keepsBest: values[keepBest] != nil),
      series: series(values), standIn: data.standIn ?? model.standIn)
    symbol.lengths = Dictionary(measures.map { ($0.name, plan.pointCount(of: $0)) }) { first, _ in first }
    symbol.shown = ShownSize(points: measures.map(plan.pointCount).reduce(0, +))
    return PlannedAction(
      TrainAction(model: model.label, data: data.label, plan: plan), leaves: symbol,
      repeating: repetition(of: measures, &values))
  }

  /// The sweep that `repeat` asks for.
  private static func repetition(of measures: [Measure], _ values: inout OptionValues) -> Repetition? {
    guard let seeds = values[count] else { return nil }
    let place = values.place(of: count)
    guard !measures.isEmpty else {
      values.report(
        .missingKey, at: place, "'\(count.name)' shows how far what is measured spreads, and nothing is",
        suggestion: "write 'report: {batch_loss: every epoch}'")
      return nil
    }
    return Repetition(seeds: seeds, measuring: measures.map(\.name), at: place)
  }

  private static func length(_ values: inout OptionValues) -> (count: Int, isEpochs: Bool)? {
    switch (values.isGiven(steps), values.isGiven(epochs)) {
    case (true, true):
      values.report(
        .conflictingKeys, at: values.place(of: epochs), "{train} takes 'steps' or 'epochs', not both")
      return nil
    case (false, false):
      values.reportMissing(
        [steps.name, epochs.name], "{train} needs 'steps' or 'epochs'", suggestion: "write 'epochs: 1'")
      return nil
    case (true, false): return values[steps].map { ($0, false) }
    case (false, true): return values[epochs].map { ($0, true) }
    }
  }

  /// Reports a quantity that is to decide something and is not measured on the way, or neither better nor worse than another.
  private static func checkJudge(
    _ name: String, at place: SourcePosition?, among measures: [Measure], _ values: inout OptionValues
  ) {
    let judges = measures.filter { $0.metric.isLargerBetter != nil && $0.timing != .atTheEnd }
    guard !judges.contains(where: { $0.name == name }) else { return }
    values.report(
      .unknownField, at: place ?? values.position,
      "'report' measures no '\(name)' on the way that could be better or worse",
      suggestion: judges.isEmpty
        ? "write 'report: {validation_loss: every epoch}'" : "it measures \(Spelling.list(judges.map(\.name)))")
  }

  /// Reports what cannot be measured on such data, or not on a part that is empty.
  private static func check(_ measures: [Measure], on data: DatasetReference, _ values: inout OptionValues) {
    for measure in measures {
      let place = values[report]?.places[measure.name] ?? values.place(of: report)
      guard let subject = measure.subject else { continue }
      if !data.dataset.metrics.contains(measure.metric.name) {
        values.report(
          .unknownField, at: place, "'\(data.label)' has no \(measure.metric.title)",
          suggestion: "it has \(Spelling.list(data.dataset.metrics))")
      } else if let split = subject.split, (data.dataset.counts[split] ?? 0) == 0 {
        values.report(.unknownField, at: place, "the data set has no \(split.rawValue) \(data.dataset.noun)")
      } else if subject == .testBatch, data.dataset.shape.isRunning {
        let (batch, count) = (values[batch], data.dataset.counts[.test] ?? 0)
        guard count < batch else { continue }
        values.report(
          .outOfRange, at: place,
          "a batch takes \(batch) windows of '\(data.label)' at a time, which has \(count) to test on")
      }
    }
  }
}

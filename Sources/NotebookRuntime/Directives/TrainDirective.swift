import NotebookSyntax
package import RecurrentEngine

/// `{train}`: steps of an optimizer on the training images, with what is measured on the way.
package enum TrainDirective: Directive {
  package static let keyword = "train"

  package static func plan(_ options: inout OptionReader) -> PlannedAction? {
    let model = options.model("model")
    let data = options.dataset("data")
    let batch = options.integer("batch", in: 1...65_536) ?? 128
    let epochSteps = options.integer("epoch_steps", in: 1...10_000_000)
    let length = length(&options)
    let optimizer = Optimizer.read("optimizer", from: &options)
    let measures = measures(&options, data: data?.dataset)
    guard let model, let data, let length else { return nil }
    if model.network.input != data.dataset.input || model.network.classes != data.dataset.classes {
      options.report(
        .shape, at: options.place(of: "data"),
        "the model '\(model.label)' reads \(model.network.input.phrase), but '\(data.label)' gives \(data.dataset.input.phrase)"
      )
    }
    let images = data.dataset.counts[.train] ?? 0
    let perEpoch = epochSteps ?? max(1, images / batch)
    let steps = length.isEpochs ? length.count.multipliedReportingOverflow(by: perEpoch).partialValue : length.count
    guard (1...TrainingSchedule.maximumSteps).contains(steps) else {
      options.report(
        .outOfRange, at: options.place(of: length.isEpochs ? "epochs" : "steps"),
        "training takes at most \(TrainingSchedule.maximumSteps) steps")
      return nil
    }
    let schedule = TrainingSchedule(
      steps: steps, batch: batch, epochSteps: perEpoch, optimizer: optimizer, measures: measures)
    return PlannedAction(
      TrainAction(model: model.label, data: data.label, schedule: schedule),
      leaves: Symbol(
        .measurements, fields: TrainAction.fieldNames(measures),
        series: Dictionary(measures.map { ($0.name, $0.every.unit) }) { first, _ in first },
        standIn: data.standIn ?? model.standIn))
  }

  private static func length(_ options: inout OptionReader) -> (count: Int, isEpochs: Bool)? {
    let steps = options.integer("steps", in: 1...TrainingSchedule.maximumSteps)
    let epochs = options.integer("epochs", in: 1...1_000_000)
    switch (options.isGiven("steps"), options.isGiven("epochs")) {
    case (true, true):
      options.report(
        .conflictingKeys, at: options.place(of: "epochs"), "{train} takes 'steps' or 'epochs', not both")
      return nil
    case (false, false):
      options.report(
        .missingKey, at: options.position, "{train} needs 'steps' or 'epochs'", suggestion: "write 'epochs: 1'")
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

/// How a cell trains, with every number decided.
package struct TrainingSchedule: Sendable, Hashable {
  package static let maximumSteps = 100_000_000

  package let steps: Int
  package let batch: Int
  /// Steps that count as one epoch.
  package let epochSteps: Int
  package let optimizer: Optimizer
  package let measures: [Measure]
}

/// A quantity to measure again and again while training.
package struct Measure: Sendable, Hashable {
  package enum Subject: String, Sendable, CaseIterable {
    /// The training batch of the step, after its own update.
    case batch
    case train
    case validation
    case test
    /// One batch of test images, drawn like training batches.
    case testBatch = "test_batch"

    var split: DatasetSplit? {
      switch self {
      case .batch: nil
      case .train: .train
      case .validation: .validation
      case .test, .testBatch: .test
      }
    }
  }

  package let subject: Subject
  /// Whether it is an accuracy; otherwise a loss.
  package let isAccuracy: Bool
  package let every: Interval

  static func name(_ subject: Subject, isAccuracy: Bool) -> String {
    "\(subject.rawValue)_\(isAccuracy ? "accuracy" : "loss")"
  }

  /// What the key of `report` and the recorded series are called.
  package var name: String { Self.name(subject, isAccuracy: isAccuracy) }
}

/// How often something is measured: `every 20 steps`, from step 0 on, or `every epoch`, at its last step.
package enum Interval: Sendable, Hashable {
  case steps(Int)
  case epochs(Int)

  package var unit: RecordedSeries.Unit {
    switch self {
    case .steps: .step
    case .epochs: .epoch
    }
  }

  /// The number to record a measurement under after a step, counted from 0; nil when it is not due.
  func position(after step: Int, epochSteps: Int) -> Int? {
    switch self {
    case .steps(let every):
      return step % every == 0 ? step : nil
    case .epochs(let every):
      guard (step + 1) % epochSteps == 0 else { return nil }
      let epoch = step / epochSteps
      return epoch % every == every - 1 ? epoch : nil
    }
  }

  static func read(_ value: YAMLValue, from options: inout OptionReader) -> Interval? {
    guard let text = options.text(of: value, as: "an interval") else { return nil }
    var words = text.split(separator: " ").map(String.init)
    guard words.first == "every", words.count == 2 || words.count == 3 else { return malformed(text, value, &options) }
    words.removeFirst()
    if words.count == 2, words[0].hasPrefix("$") {
      let parameter = YAMLValue(.scalar(words[0], isQuoted: false), at: value.position)
      guard let setting = options.text(of: parameter, as: "an interval") else { return nil }
      words[0] = setting
    }
    let count = words.count == 1 ? 1 : Int(words[0]) ?? 0
    guard count >= 1 else { return malformed(text, value, &options) }
    switch words.last {
    case "step", "steps": return .steps(count)
    case "epoch", "epochs": return .epochs(count)
    default: return malformed(text, value, &options)
    }
  }

  private static func malformed(_ text: String, _ value: YAMLValue, _ options: inout OptionReader) -> Interval? {
    options.report(
      .wrongType, at: value.position, "how often is written 'every 20 steps' or 'every epoch', not '\(text)'")
    return nil
  }
}

extension Optimizer {
  /// Reads `adam`, `adam: {learning_rate: 0.001}` or `sgd: {…}`; Adam with TensorFlow's defaults when nothing is given.
  static func read(_ key: String, from options: inout OptionReader) -> Optimizer {
    let standard = Optimizer.adam(learningRate: 0.001)
    guard let value = options.value(key),
      let (name, written) = options.variant(value, of: "optimizer", among: ["adam", "sgd"])
    else { return standard }
    let optimizer = options.nested(written, owner: "'\(name)'") { options -> Optimizer? in
      let rate = options.number("learning_rate", in: 0...1e6)
      guard name == "adam" else {
        return .sgd(learningRate: rate ?? 0.01, momentum: options.number("momentum", in: 0...1) ?? 0)
      }
      return .adam(
        learningRate: rate ?? 0.001, beta1: options.number("beta_1", in: 0...0.999999) ?? 0.9,
        beta2: options.number("beta_2", in: 0...0.9999999) ?? 0.999,
        epsilon: options.number("epsilon", in: 0...1) ?? 1e-8)
    }
    return optimizer ?? standard
  }

  package var learningRate: Double {
    switch self {
    case .adam(let learningRate, _, _, _), .sgd(let learningRate, _): learningRate
    }
  }
}

extension SequenceShape {
  var phrase: String { "\(steps) steps of \(features)" }
}

import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// What the networks of an ensemble are worth alone: each of them, their mean, and how sure that mean is.
struct Solo {
  private let names: [String]
  private let alone: [SplitEvaluation]
  private let together: SplitEvaluation
  private let averages: [Average]

  /// What is measured of each, and how it lies over the networks.
  private struct Average {
    let rule: MetricRule
    let spread: Spread
    /// The standard error of the mean, between networks.
    var error: Double { spread.error ?? .nan }
  }

  /// Compares at least two networks.
  init(names: [String], alone: [SplitEvaluation], together: SplitEvaluation, target: Loss.Target) {
    self.names = names
    self.alone = alone
    self.together = together
    averages = Self.metrics(target).compactMap { rule in
      Spread(alone.map(rule.value)).map { Average(rule: rule, spread: $0) }
    }
  }

  /// What is measured of outputs of a kind.
  private static func metrics(_ target: Loss.Target) -> [MetricRule] {
    switch target {
    case .class: [.accuracy, .loss]
    case .number: [.meanSquaredError, .meanAbsoluteError]
    }
  }

  /// The names of ``fields``.
  static func fieldNames(_ target: Loss.Target) -> [String] {
    metrics(target).flatMap { ["alone_\($0.metric.name)", "alone_\($0.metric.name)_error"] }
  }

  var fields: [Field] {
    averages.flatMap { average in
      let metric = average.rule.metric
      return [
        Field("alone_\(metric.name)", metric.quantity(average.spread.mean)),
        Field("alone_\(metric.name)_error", .real(average.error)),
      ]
    }
  }

  /// A line for each network, their mean, and what they say together.
  var table: Table {
    func row(_ name: String, _ value: (Average) -> Quantity) -> [Table.Value] {
      [.text(name)] + averages.map { .quantity(value($0)) }
    }
    func row(_ name: String, _ evaluation: SplitEvaluation) -> [Table.Value] {
      row(name) { $0.rule.metric.quantity($0.rule.value(evaluation)) }
    }
    return Table(
      caption: "Each network alone, and all of them as one", columns: ["network"] + averages.map(\.rule.metric.title),
      rows: zip(names, alone).map(row) + [
        row("on average") { $0.rule.metric.quantity($0.spread.mean) },
        row("standard error of that") { .real($0.error) },
      ],
      footer: row("as one", together))
  }
}

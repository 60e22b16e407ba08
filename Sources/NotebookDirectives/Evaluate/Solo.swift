import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// What the networks of an ensemble are worth alone: each of them, their mean, and how sure that mean is.
struct Solo {
  private let names: [String]
  private let alone: [SplitEvaluation]
  private let together: SplitEvaluation
  private let averages: [Average]

  /// The mean of a measure over the networks, and its standard error: the standard deviation between networks, with n − 1 in the
  /// denominator, over the root of their number n.
  private struct Average {
    let rule: MetricRule
    let mean: Double
    let error: Double

    init(_ rule: MetricRule, over alone: [SplitEvaluation]) {
      self.rule = rule
      let values = alone.map(rule.value)
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      self.mean = mean
      error = (variance / count).squareRoot()
    }
  }

  /// Compares at least two networks.
  init(names: [String], alone: [SplitEvaluation], together: SplitEvaluation, target: Loss.Target) {
    self.names = names
    self.alone = alone
    self.together = together
    averages = Self.metrics(target).map { Average($0, over: alone) }
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
        Field("alone_\(metric.name)", metric.quantity(average.mean)),
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
        row("on average") { $0.rule.metric.quantity($0.mean) }, row("standard error of that") { .real($0.error) },
      ],
      footer: row("as one", together))
  }
}

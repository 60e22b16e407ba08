import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// What the networks of an ensemble are worth alone: each of them, their mean, and how sure that mean is.
struct Solo {
  let names: [String]
  let alone: [SplitEvaluation]
  let together: SplitEvaluation
  let target: Loss.Target

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

  /// The mean of each measure over the networks, and its standard error: the standard deviation between networks, with n − 1 in the
  /// denominator, over the root of their number n.
  var fields: [Field] {
    Self.metrics(target).flatMap { rule in
      let values = alone.map(rule.value)
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      return [
        Field("alone_\(rule.metric.name)", rule.metric.quantity(mean)),
        Field("alone_\(rule.metric.name)_error", .real((variance / count).squareRoot())),
      ]
    }
  }

  /// A line for each network, their mean, and what they say together.
  var table: Table {
    let metrics = Self.metrics(target)
    func row(_ name: String, _ values: [Quantity]) -> [Table.Value] { [.text(name)] + values.map { .quantity($0) } }
    func row(_ name: String, _ evaluation: SplitEvaluation) -> [Table.Value] {
      row(name, metrics.map { $0.metric.quantity($0.value(evaluation)) })
    }
    let (means, errors) = (fields.map(\.quantity).everySecond(from: 0), fields.map(\.quantity).everySecond(from: 1))
    return Table(
      caption: "Each network alone, and all of them as one", columns: ["network"] + metrics.map(\.metric.title),
      rows: zip(names, alone).map(row) + [row("on average", means), row("standard error of that", errors)],
      footer: row("as one", together))
  }
}

extension Array {
  fileprivate func everySecond(from start: Int) -> [Element] {
    stride(from: start, to: count, by: 2).map { self[$0] }
  }
}

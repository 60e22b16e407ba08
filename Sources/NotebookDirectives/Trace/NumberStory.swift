import Datasets
import NotebookPlanning
import NotebookResults

/// The numbers that a network says of an example at each step, or would say if it ended there, beside what is right.
struct NumberStory: TraceStory {
  static let fieldNames = ["example", "steps", "mean_squared_error", "mean_absolute_error"]

  let readings: TraceReadings
  /// From 0.
  let example: Int
  let examples: any NumberTargets
  let split: DatasetSplit

  private static let shownRows = 30
  /// With more numbers a chart and a table have only the first.
  private static let shownNumbers = 3

  private var isToldOnce: Bool { examples.shape.told == .once }

  /// What is right at a step: what is to be told there, or at the end.
  private func right(_ step: Int) -> [Float] { examples.numbers(of: example, at: isToldOnce ? 0 : step) }

  /// What is said less what is right, where it counts: at the end, or at every step.
  private var errors: [Double] {
    (isToldOnce ? readings.steps - 1..<readings.steps : 0..<readings.steps).flatMap { step in
      zip(readings.numbers[step], right(step)).map { Double($0) - Double($1) }
    }
  }

  var fields: [Field] {
    let count = Double(max(1, errors.count))
    return [
      Field("example", .count(example + 1)), Field("steps", .count(readings.steps)),
      Field("mean_squared_error", .real(errors.reduce(0) { $0 + $1 * $1 } / count)),
      Field("mean_absolute_error", .real(errors.reduce(0) { $0 + abs($1) } / count)),
    ]
  }

  var outputs: [CellOutput] {
    let what =
      isToldOnce
      ? "what the network would say if it ended at each of its \(readings.steps) steps, beside what is right at the end"
      : "what the network says at each of its \(readings.steps) steps, beside what is right there"
    return [
      .note("Example \(example + 1) of the \(split.rawValue) part: \(what)."),
      .chart(
        Chart(title: "What is read, by step", xLabel: "step", yLabel: "value", series: read.map { series($0) })),
    ]
  }

  var said: [CellOutput] { [chart, table] }

  private var read: [ExampleCurve] {
    guard case .curves(let curves) = examples.view(of: example) else { return [] }
    return Array(curves.prefix(Self.shownNumbers))
  }

  /// What is right of each number, and what is said.
  private var told: [ExampleCurve] {
    examples.numberNames.prefix(Self.shownNumbers).enumerated().flatMap { place, name in
      [
        ExampleCurve(name: "\(name) to tell", values: (0..<readings.steps).map { right($0)[place] }),
        ExampleCurve(name: "\(name) told", values: readings.numbers.map { $0[place] }),
      ]
    }
  }

  private func series(_ curve: ExampleCurve) -> ChartSeries {
    ChartSeries(
      name: curve.name, points: curve.values.enumerated().map { SeriesPoint(x: $0 + 1, y: Double($1)) })
  }

  private var chart: CellOutput {
    .chart(
      Chart(
        title: "What is told, by step", xLabel: "step", yLabel: "value", series: told.map { series($0) }))
  }

  private var table: CellOutput {
    let curves = read + told
    let rows: [[Table.Value]] = Array(0..<readings.steps).thinned(to: Self.shownRows).map { step in
      [.quantity(.count(step + 1))] + curves.map { .quantity(.real(Double($0.values[step]))) }
    }
    return .table(
      Table(caption: "What is read and told, by step", columns: ["step"] + curves.map(\.name), rows: rows))
  }
}

import Datasets
import NotebookPlanning
import NotebookResults

/// The characters or signs that an example has, and what a network says is next after each.
struct SignStory: TraceStory {
  static let fieldNames = ["example", "steps", "correct", "loss"]

  let readings: TraceReadings
  /// From 0.
  let example: Int
  let examples: any ClassTargets
  let split: DatasetSplit

  private static let shownRows = 100
  /// How many of the likeliest classes a row of the table has.
  private static let places = ["likeliest", "second", "third"]

  private func target(_ step: Int) -> Int { examples.target(of: example, at: step) }
  private func probability(of index: Int, at step: Int) -> Double { Double(readings.probabilities[step][index]) }

  private var correct: Int { (0..<readings.steps).count { readings.classes[$0] == target($0) } }

  var fields: [Field] {
    [
      Field("example", .count(example + 1)), Field("steps", .count(readings.steps)),
      Field("correct", .count(correct)),
      Field("loss", .real(readings.losses.reduce(0, +) / Double(max(1, readings.steps)))),
    ]
  }

  var outputs: [CellOutput] {
    [
      .note(
        "Example \(example + 1) of the \(split.rawValue) part, read from states of zero: of what is to be told at its "
          + "\(readings.steps) steps, \(correct) are what the network holds for likeliest.")
    ]
  }

  var said: [CellOutput] { [chart, table] }

  private var chart: CellOutput {
    func series(_ name: String, _ value: (_ step: Int) -> Double) -> ChartSeries {
      ChartSeries(name: name, points: (0..<readings.steps).map { SeriesPoint(x: $0 + 1, y: value($0)) })
    }
    return .chart(
      Chart(
        title: "Probability of what is next, by step", xLabel: "step", yLabel: "probability",
        series: [
          series("what is next") { probability(of: target($0), at: $0) },
          series("the likeliest") { step in likeliest(at: step).first.map { probability(of: $0, at: step) } ?? .nan },
        ], style: ChartStyle(yRange: 0...1)))
  }

  private var table: CellOutput {
    let seen = seen
    let rows: [[Table.Value]] = Array(0..<readings.steps).thinned(to: Self.shownRows).map { step in
      let guesses = likeliest(at: step)
      return [
        .quantity(.count(step + 1)), .text(step < seen.count ? seen[step] : ""),
        .text(examples.classNames[target(step)]), shaded(target(step), at: step),
      ]
        + Self.places.indices.flatMap { place -> [Table.Value] in
          place < guesses.count
            ? [.text(examples.classNames[guesses[place]]), shaded(guesses[place], at: step)] : [.empty, .empty]
        }
    }
    return .table(
      Table(
        caption: "What was read, what is next, and what the network holds for likeliest",
        columns: ["step", "read", "next", "probability"] + Self.places.flatMap { [$0, "probability"] }, rows: rows))
  }

  private func shaded(_ index: Int, at step: Int) -> Table.Value {
    let probability = probability(of: index, at: step)
    return .shaded(.fraction(probability), weight: probability.isNaN ? 0 : min(max(probability, 0), 1))
  }

  /// The classes of a step that are likeliest, the first of equals first; none where an output is no number.
  private func likeliest(at step: Int) -> [Int] {
    guard readings.classes[step] != nil else { return [] }
    let row = readings.probabilities[step]
    return Array(row.indices.sorted { (row[$1], $0) < (row[$0], $1) }.prefix(Self.places.count))
  }

  /// What is read at each step, by name.
  private var seen: [String] {
    guard case .text(let text) = examples.view(of: example) else { return [] }
    return text.unicodeScalars.map { Vocabulary.name(of: $0) }
  }
}

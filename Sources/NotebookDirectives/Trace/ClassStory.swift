import Datasets
import NotebookPlanning
import NotebookResults

/// The class that a network would say of an example after each time step, as a page shows it.
struct ClassStory: TraceStory {
  static let fieldNames = ["example", "class", "reading", "steps", "decided_step", "probability"]

  let readings: TraceReadings
  /// From 0.
  let example: Int
  let examples: any ClassTargets
  let split: DatasetSplit

  private static let shownPictures = 8
  private static let shownRows = 30
  private static let shownLines = 4
  /// With more classes a table has only those that matter.
  private static let mostColumns = 12

  private var target: Int { examples.target(of: example, at: 0) }
  private var last: Int { readings.steps - 1 }
  private func name(_ said: Int?) -> String { said.map { examples.classNames[$0] } ?? "nothing" }

  var fields: [Field] {
    let said = readings.classes[last]
    return [
      Field("example", .count(example + 1)), Field("class", .count(target)), Field("reading", .count(said ?? -1)),
      Field("steps", .count(readings.steps)), Field("decided_step", .count(readings.decidedStep)),
      Field("probability", .fraction(said.map { Double(readings.probabilities[last][$0]) } ?? .nan)),
    ]
  }

  var outputs: [CellOutput] { [note, pictures].compactMap { $0 } }

  var said: [CellOutput] { [chart, table] }

  private var note: CellOutput {
    let (said, decided) = (name(readings.classes[last]), readings.decidedStep)
    let since = decided == 1 ? "from the first step on" : "from step \(decided) on"
    return .note(
      "Example \(example + 1) of the \(split.rawValue) part has the class \(name(target)); the network reads \(said), "
        + "\(since), of \(readings.steps) steps.")
  }

  /// The example as far as it was read, at some steps, that of the decision among them; nil where it is no picture.
  private var pictures: CellOutput? {
    let steps = Set(Array(1...readings.steps).thinned(to: Self.shownPictures) + [readings.decidedStep]).sorted()
    let pictures = steps.compactMap { step -> PictureStrip.Picture? in
      guard case .picture(let rows, let columns, let pixels) = examples.view(of: example, after: step) else {
        return nil
      }
      return PictureStrip.Picture(
        rows: rows, columns: columns, pixels: pixels, label: "step \(step): \(name(readings.classes[step - 1]))")
    }
    guard !pictures.isEmpty else { return nil }
    return .pictures(PictureStrip(caption: "As far as it was read, and what the network would say", pictures: pictures))
  }

  /// The classes that were likeliest at any step, the right one among them, in their order.
  private func classes(atMost count: Int) -> [Int] {
    let peaks = examples.classNames.indices.map { index in
      readings.probabilities.map { $0[index].isNaN ? 0 : $0[index] }.max() ?? 0
    }
    let others = peaks.indices.filter { $0 != target }.sorted { (peaks[$1], $0) < (peaks[$0], $1) }
    return ([target] + others.prefix(count - 1)).sorted()
  }

  private var chart: CellOutput {
    let series = classes(atMost: Self.shownLines).map { index in
      ChartSeries(
        name: index == target ? "\(name(index)), which it is" : name(index),
        points: readings.probabilities.enumerated().map { SeriesPoint(x: $0 + 1, y: Double($1[index])) })
    }
    return .chart(
      Chart(
        title: "Probability of the likeliest classes, by step", xLabel: "step", yLabel: "probability", series: series,
        style: ChartStyle(yRange: 0...1)))
  }

  private var table: CellOutput {
    let shown = classes(atMost: min(examples.classNames.count, Self.mostColumns))
    let steps = Array(0..<readings.steps).thinned(to: Self.shownRows)
    let rows: [[Table.Value]] = steps.map { step in
      [.quantity(.count(step + 1)), .text(name(readings.classes[step]))]
        + shown.map { index in
          let probability = Double(readings.probabilities[step][index])
          return .shaded(.fraction(probability), weight: probability.isNaN ? 0 : min(max(probability, 0), 1))
        }
    }
    return .table(
      Table(
        caption: "Probability of each class, by step", columns: ["step", "read as"] + shown.map { name($0) }, rows: rows
      ))
  }
}

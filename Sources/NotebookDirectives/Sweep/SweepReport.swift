import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// What the points of a sweep came to: the numbers it leaves behind, and what the page shows.
struct SweepReport {
  let sweep: Sweep
  private let outcomes: [PointOutcome]
  /// By number, what each group came to, as far as its points have ended.
  private let spreads: [[Spread?]]

  init(_ sweep: Sweep, _ outcomes: [PointOutcome]) {
    self.sweep = sweep
    self.outcomes = outcomes
    spreads = sweep.numbers.map { number in
      sweep.groups.map { group in
        Spread(group.points.compactMap { outcomes.number(number, of: $0)?.number })
      }
    }
  }

  var result: CellResult {
    CellResult(
      outputs: charts + SweepGrids(self).outputs + SweepTables(self).outputs + (remark.map { [.note($0)] } ?? []),
      fields: fields, series: series, notices: failures)
  }

  private var groups: [Sweep.Group] { sweep.groups }

  var hasFailures: Bool { outcomes.contains { $0.failure != nil } }

  /// The standard deviation over seeds, as tables show it.
  func deviation(_ number: Int, of group: Int) -> Table.Value {
    spreads[number][group]?.deviation.map { .quantity(.real($0)) } ?? .empty
  }

  /// A mean in the form of what it is the mean of.
  func mean(_ number: Int, of group: Int) -> Quantity? {
    guard let spread = spreads[number][group],
      let one = groups[group].points.lazy.compactMap({ outcomes.number(sweep.numbers[number], of: $0) }).first
    else { return nil }
    return spread.count == 1 ? one : one.like(spread.mean)
  }

  func number(_ number: Int, of point: Int) -> Quantity? { outcomes.number(sweep.numbers[number], of: point) }

  func failure(of point: Int) -> String? { outcomes.indices.contains(point) ? outcomes[point].failure : nil }

  func hasEnded(_ point: Int) -> Bool { outcomes.indices.contains(point) }

  /// The group with the best mean of a number, of equals the first; nil where none is better than another.
  func best(_ number: Int) -> Int? {
    spreads[number].map { $0?.mean }.indexOfBest(isLargerBetter: sweep.numbers[number].isLargerBetter)
  }

  private var fields: [Field] {
    var fields = [
      Field(Sweep.countName, .count(outcomes.count)),
      Field(Sweep.failedName, .count(outcomes.count { $0.failure != nil })),
    ]
    for (index, number) in sweep.numbers.enumerated() {
      if let name = sweep.bestName(number), let best = best(index), let mean = mean(index, of: best) {
        fields.append(Field(name, mean))
      }
    }
    for (place, group) in groups.enumerated() {
      for (index, number) in sweep.numbers.enumerated() {
        for statistic in sweep.statistics {
          guard let quantity = quantity(statistic, index, of: place) else { continue }
          fields.append(Field(sweep.fieldName(number, statistic, of: group), quantity))
        }
        guard let seeds = sweep.seeds else { continue }
        for (seed, point) in zip(seeds.values, group.points) {
          guard let quantity = outcomes.number(number, of: point) else { continue }
          fields.append(Field(sweep.fieldName(number, of: group, seed: seed), quantity))
        }
      }
    }
    return fields
  }

  private func quantity(_ statistic: Sweep.Statistic, _ number: Int, of group: Int) -> Quantity? {
    switch statistic {
    case .mean: mean(number, of: group)
    case .deviation: spreads[number][group]?.deviation.map { .real($0) }
    case .error: spreads[number][group]?.error.map { .real($0) }
    }
  }

  /// The mean of each group at every place where all of its points have recorded something.
  private var series: [RecordedSeries] {
    sweep.series.flatMap { number in
      groups.compactMap { group in
        mean(of: group.points.compactMap { outcomes.series(number, of: $0) }, named: sweep.fieldName(number, of: group))
      }
    }
  }

  private func mean(of all: [RecordedSeries], named name: String) -> RecordedSeries? {
    guard let first = all.first else { return nil }
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for series in all {
      for point in series.points {
        let (sum, count) = sums[point.x] ?? (0, 0)
        sums[point.x] = (sum + point.y, count + 1)
      }
    }
    let points = sums.filter { $0.value.count == all.count }.sorted { $0.key < $1.key }
      .map { SeriesPoint(x: $0.key, y: $0.value.sum / Double(all.count)) }
    return RecordedSeries(name: name, unit: first.unit, metric: first.metric, points: points)
  }

  /// A chart for each series that goes on, with a line for each group; of one group for each seed.
  private var charts: [CellOutput] {
    sweep.series.compactMap { number in
      var lines: [ChartSeries] = []
      var recorded: RecordedSeries?
      if groups.count == 1 {
        for (seed, point) in zip(sweep.seeds?.values ?? [""], groups[0].points) {
          guard let series = outcomes.series(number, of: point) else { continue }
          recorded = series
          lines.append(ChartSeries(name: seed.isEmpty ? number.title : "seed=\(seed)", points: series.points))
        }
      } else {
        for group in groups {
          let all = group.points.compactMap { outcomes.series(number, of: $0) }
          guard let mean = mean(of: all, named: group.title) else { continue }
          recorded = mean
          lines.append(ChartSeries(name: group.title, points: mean.points))
        }
      }
      // A series of one point is the number that stands in the tables.
      guard let recorded, lines.contains(where: { $0.points.count > 1 }) else { return nil }
      let isMean = groups.count > 1 && sweep.seedCount > 1
      return .chart(
        Chart(
          title: isMean ? "\(number.title), the mean over seeds" : number.title, xLabel: recorded.unit.rawValue,
          yLabel: recorded.metric.title, series: lines))
    }
  }

  /// Which group is the best, in words.
  private var remark: String? {
    let measure = sweep.seedCount > 1 ? "mean " : ""
    let best = sweep.numbers.enumerated().compactMap { index, number in
      self.best(index).map { "the best \(measure)\(number.title) is that of \(groups[$0].title)" }
    }
    guard !best.isEmpty else { return nil }
    return (best.joined(separator: "; ") + ".").capitalizedFirst
  }

  private var failures: [String] {
    let names = Sweep.settings(of: sweep.axes).map(\.phrase)
    let failed = zip(names, outcomes).compactMap { name, outcome in outcome.failure.map { "with \(name): \($0)" } }
    guard let first = failed.first else { return [] }
    return failed.count == 1
      ? ["one of \(outcomes.count) points came to nothing, \(first)"]
      : ["\(failed.count) of \(outcomes.count) points came to nothing, the first \(first)"]
  }
}

extension [PointOutcome] {
  fileprivate func number(_ number: SweptNumber, of point: Int) -> Quantity? {
    indices.contains(point) && self[point].failure == nil ? self[point].numbers[number.reference.text] : nil
  }

  fileprivate func series(_ number: SweptNumber, of point: Int) -> RecordedSeries? {
    indices.contains(point) && self[point].failure == nil ? self[point].series[number.reference.text] : nil
  }
}

extension Quantity {
  /// Another number of the same sort; the mean of counts is none.
  fileprivate func like(_ number: Double) -> Quantity {
    switch self {
    case .fraction: .fraction(number)
    case .count, .real, .written: .real(number)
    }
  }
}

import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// What a sweep goes over and collects, and the names of what it leaves behind.
struct Sweep: Sendable, Hashable {
  /// The seed last.
  let axes: [SweepAxis]
  let collected: [SweptNumber]
  /// In the order of the points.
  let groups: [Group]

  init(axes: [SweepAxis], collected: [SweptNumber]) {
    self.axes = axes
    self.collected = collected
    let seeds = axes.last.flatMap { $0.isSeed ? $0.values.count : nil } ?? 1
    groups = Self.settings(of: axes.filter { !$0.isSeed }).enumerated().map { index, settings in
      Group(settings: settings, points: index * seeds..<(index + 1) * seeds)
    }
  }

  /// Points that differ in nothing but the seed.
  struct Group: Sendable, Hashable {
    let settings: [CellDependencies.Setting]
    /// Which points they are.
    let points: Range<Int>

    var text: String { PointSettings(of: settings).text }
    var title: String { settings.phrase }
  }

  var numbers: [SweptNumber] { collected.filter { !$0.isSeries } }
  var series: [SweptNumber] { collected.filter(\.isSeries) }

  /// The axes without the seed.
  var parameters: [SweepAxis] { axes.filter { !$0.isSeed } }
  var seeds: SweepAxis? { axes.last.flatMap { $0.isSeed ? $0 : nil } }
  var seedCount: Int { seeds?.values.count ?? 1 }

  /// Two parameters that take several values each, the first down and the second across.
  struct Grid {
    let down: SweepAxis
    let across: SweepAxis
    /// The groups of each row.
    var groups: [[Int]] {
      down.values.indices.map { row in across.values.indices.map { row * across.values.count + $0 } }
    }
  }

  /// Nil where other than two parameters take several values.
  var grid: Grid? {
    guard parameters.count == 2, parameters.allSatisfy({ $0.values.count > 1 }) else { return nil }
    return Grid(down: parameters[0], across: parameters[1])
  }

  /// The values of every point, those of the last axis changing fastest.
  static func settings(of axes: some Collection<SweepAxis>) -> [[CellDependencies.Setting]] {
    axes.reduce([[]]) { begun, axis in
      begun.flatMap { settings in axis.values.map { settings + [CellDependencies.Setting(axis.name, $0)] } }
    }
  }

  /// What is measured of a number over seeds.
  enum Statistic: String, CaseIterable {
    case mean = ""
    /// The standard deviation, with n − 1 in the denominator.
    case deviation = "_deviation"
    /// The standard error of the mean.
    case error = "_error"
  }

  /// The statistics that there are: of one seed, the number itself.
  var statistics: [Statistic] { seedCount > 1 ? Statistic.allCases : [.mean] }

  func fieldName(_ number: SweptNumber, _ statistic: Statistic = .mean, of group: Group) -> String {
    number.name + statistic.rawValue + group.text
  }

  /// The name of a number of one point, where that is not the only one of its group.
  func fieldName(_ number: SweptNumber, of group: Group, seed: String) -> String {
    number.name + PointSettings(of: group.settings + [CellDependencies.Setting(SweepAxis.seed, seed)]).text
  }

  /// The name of the best mean of all groups.
  func bestName(_ number: SweptNumber) -> String? {
    groups.count > 1 && number.isLargerBetter != nil ? "best_\(number.name)" : nil
  }

  static let countName = "points"
  static let failedName = "failed"

  var fieldNames: [String] {
    var names = [Self.countName, Self.failedName] + numbers.compactMap(bestName)
    for group in groups {
      for number in numbers {
        names += statistics.map { fieldName(number, $0, of: group) }
        if let seeds { names += seeds.values.map { fieldName(number, of: group, seed: $0) } }
      }
    }
    return names
  }

  /// About how many characters ``fieldNames`` and the titles of the groups have, without making them.
  var nameLength: Int {
    let settings = parameters.reduce(0) { $0 + $1.name.utf8.count + ($1.values.map(\.utf8.count).max() ?? 0) + 3 }
    let names = numbers.count * (statistics.count + (seeds?.values.count ?? 0)) + series.count + 1
    return groups.count * names * settings
  }

  /// All numbers, for those who show them beside one another.
  var sweptNumbers: SweptNumbers {
    SweptNumbers(
      axes: parameters.map { SweptNumbers.Axis(name: $0.name, values: $0.values) },
      numbers: numbers.map { SweptNumbers.Number(name: $0.name, isLargerBetter: $0.isLargerBetter) },
      groups: groups.map { SweptNumbers.Group(title: $0.title, settings: $0.text) },
      deviation: seedCount > 1 ? Statistic.deviation.rawValue : nil)
  }

  var seriesUnits: [String: RecordedSeries.Unit] { bySeries { unit, _ in unit } }
  var seriesLengths: [String: Int] { bySeries { _, length in length } }

  /// How many points the charts draw.
  var drawnPoints: Int {
    let lines = groups.count == 1 ? seedCount : groups.count
    return series.reduce(0) { sum, series in
      if case .series(_, let length) = series.kind { sum + min(length, 1_000_000) * lines } else { sum }
    }
  }

  private func bySeries<Value>(_ value: (RecordedSeries.Unit, Int) -> Value) -> [String: Value] {
    var values: [String: Value] = [:]
    for series in series {
      guard case .series(let unit, let length) = series.kind else { continue }
      for group in groups { values[fieldName(series, of: group)] = value(unit, length) }
    }
    return values
  }
}

extension PointSettings {
  init(of settings: [CellDependencies.Setting]) {
    self.init(Dictionary(settings.map { ($0.name, $0.value) }) { first, _ in first })
  }
}

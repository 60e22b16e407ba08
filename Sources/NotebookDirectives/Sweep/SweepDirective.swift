import Datasets
import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// `{sweep}`: the cells above under other parameters and seeds, and what comes of them side by side.
enum SweepDirective: SweepingDirective {
  static let keyword = "sweep"
  static let summary =
    "Runs the cells above under other parameters and seeds, each point as a run of its own would go, and shows them side by side."

  static let over = DeclaredOption(
    "over", .axes,
    "Parameters of the notebook, and `seed`, each with the values that it takes: a list, or a range such as `1..5`.",
    alsoKnownAs: ["grid", "parameters", "params", "values", "space"])
  static let count = DeclaredOption(
    Repetition.option, .integer(2...100, unit: "seeds"),
    "So many seeds from that of the notebook on, in place of `seed` in `over`.",
    otherwise: "the seed of the notebook, or those of `over`",
    examples: OptionExamples(["2", "3"], without: ["over"]), alsoKnownAs: ["repeats", "seeds", "trials", "runs"])
  static let collect = DeclaredOption(
    "collect", .collected, "What is taken of each point: numbers, and series.", isRequired: true,
    suggestion: "write 'collect: [test.accuracy]'", alsoKnownAs: ["metrics", "measure", "report", "numbers"])
  static let options: [any OptionDeclaration] = [over, count, collect]

  static let examples = [[ExampleOption("over", "{seed: 1..2}"), ExampleOption("collect", "[evaluate.accuracy]")]]

  /// Numbers and series that one sweep collects.
  private static let mostCollected = 12

  static func check(_ values: inout OptionValues) {
    if !values.isGiven(over), !values.isGiven(count) {
      values.reportMissing(
        [over.name, count.name], "{sweep} says what it goes over", suggestion: "write 'over: {seed: 1..5}'")
    }
    if values.isGiven(count), let axis = values[over]?.first(where: \.isSeed) {
      values.report(
        .conflictingKeys, at: axis.position, "'repeat' and 'seed' of 'over' both say with which seeds")
    }
    let collected = values[collect] ?? []
    if collected.isEmpty || collected.count > mostCollected, values[collect] != nil {
      values.report(
        .limit, at: values.place(of: collect),
        "a sweep collects from 1 to \(mostCollected) numbers and series, not \(collected.count)")
    }
  }

  static func plan(_ values: inout OptionValues, _ above: CellsAbove) -> PlannedAction? {
    guard let collected = values[collect]?.named, !values.hasErrors else { return nil }
    let axes = axes(values, firstSeed: above.seed)
    let count = axes.reduce(1) { min($0 * min($1.values.count, limit), limit) }
    guard count <= NotebookLimits.sweptPoints else {
      values.report(
        .limit, at: values.place(of: over), "a sweep has at most \(NotebookLimits.sweptPoints) points",
        suggestion: "sweep over fewer values")
      return nil
    }
    let sweep = Sweep(axes: axes, collected: collected)
    guard sweep.nameLength <= NotebookLimits.sweptNames else {
      values.report(
        .limit, at: values.place(of: over),
        "the names of the numbers that this sweep leaves behind have \(sweep.nameLength) characters, and those of a sweep at most \(NotebookLimits.sweptNames)",
        suggestion: "sweep over fewer or shorter values")
      return nil
    }
    let scope = values.scope
    var symbol = Symbol(
      .measurements, fields: sweep.fieldNames, series: sweep.seriesUnits,
      standIn: collected.lazy.compactMap { scope.standIn(for: $0.reference.label) }.first)
    symbol.lengths = sweep.seriesLengths
    symbol.swept = sweep.sweptNumbers
    symbol.sweptCells = count * max(1, above.weight)
    symbol.shown = ShownSize(points: sweep.drawnPoints)
    guard scope.sweptCells + symbol.sweptCells <= NotebookLimits.sweptCells else {
      // Where all sweeps together are too much, nothing runs, and no point need be understood.
      return PlannedAction(SweepAction(sweep: sweep, points: []), leaves: symbol)
    }
    guard let points = points(of: sweep, from: above, &values) else { return nil }
    let digest = SHA256.hex(of: Array(points.map { "\($0.name)\t\($0.identity)" }.joined(separator: "\n").utf8))
    values.depend(on: "points", String(digest.prefix(32)))
    values.resolveLength(to: points.count)
    return PlannedAction(SweepAction(sweep: sweep, points: points), leaves: symbol)
  }

  /// More points than any sweep has.
  private static let limit = 1_000_000

  /// What is swept over, the seed last.
  private static func axes(_ values: OptionValues, firstSeed: UInt64) -> [SweepAxis] {
    let written = values[over] ?? []
    let seeds = values[count].map { count in
      let texts = (0..<UInt64(count)).map { "\(firstSeed &+ $0)" }
      return SweepAxis(name: SweepAxis.seed, values: texts, position: values.place(of: Self.count))
    }
    return written.filter { !$0.isSeed } + written.filter(\.isSeed) + [seeds].compactMap { $0 }
  }

  /// Every point, the last axis changing fastest; reports those that are no right notebooks.
  private static func points(
    of sweep: Sweep, from above: CellsAbove, _ values: inout OptionValues
  ) -> [PlannedPoint]? {
    let base = above.plan()
    // What is wrong above is said there.
    guard !base.hasErrors else { return nil }
    let known = Set(base.diagnostics)
    let references = sweep.collected.map(\.reference)
    let labels = Set(references.map(\.label))
    var points: [PlannedPoint] = []
    var problems: Set<String> = []
    for settings in Sweep.settings(of: sweep.axes) {
      let overrides = settings.filter { $0.name != SweepAxis.seed }
        .map { ParameterOverride(name: $0.name, value: $0.value) }
      let seed = settings.first { $0.name == SweepAxis.seed }.flatMap { UInt64($0.value) }
      let plan = above.plan(overrides, seed: seed)
      if let problem = plan.diagnostics.first(where: { $0.severity == .error && !known.contains($0) }) {
        // One of each kind says enough.
        guard problems.count < 3, problems.insert(problem.message).inserted else { continue }
        values.report(
          problem.identifier, at: values.place(of: over), "with \(settings.phrase): \(problem.message)",
          suggestion: problem.suggestion, related: [.init("it is wrong here", at: problem.position)])
        continue
      }
      points.append(
        PlannedPoint(settings: settings, plan: plan.value.part(measuring: labels), collected: references))
    }
    return problems.isEmpty ? points : nil
  }
}

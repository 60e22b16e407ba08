import NotebookPlanning
import NotebookSyntax

/// What a sweep goes over: a parameter of the notebook, or the seed, and the values that it takes.
struct SweepAxis: Sendable, Hashable {
  let name: String
  let values: [String]
  let position: SourcePosition

  static let seed = PlannedPoint.seed

  var isSeed: Bool { name == Self.seed }
}

extension OptionType where Value == [SweepAxis] {
  /// `{rate: [0.001, 0.003], seed: 1..5}`.
  static var axes: OptionType<[SweepAxis]> {
    OptionType(
      form: { .mapping(of: .parameter) }, examples: ["{seed: 1..2}", "{seed: [2, 5, 6]}"],
      contribute: { axes, name, dependencies in
        for axis in axes {
          let values = axis.values.joined(separator: ", ")
          dependencies.settings.append(CellDependencies.Setting("\(name) \(axis.name)", values))
        }
      },
      read: { value, what, reader in
        guard case .mapping(let entries) = value.kind, !entries.isEmpty else {
          if !value.isUnreadable {
            reader.report(
              .wrongType, at: value.position, "\(what) takes parameters with their values, not \(value.kindName)",
              suggestion: "such as '{seed: 1..5}'")
          }
          return nil
        }
        let axes = entries.compactMap { reader.axis($0) }
        return axes.count == entries.count ? axes : nil
      })
  }
}

extension OptionReader {
  fileprivate mutating func axis(_ entry: YAMLEntry) -> SweepAxis? {
    let name = entry.key
    let isParameter = scope.parameters.value(of: name) != nil
    if name == SweepAxis.seed, isParameter {
      report(
        .conflictingKeys, at: entry.keyPosition,
        "'seed' is the seed of a run here, and the notebook has a parameter of that name",
        suggestion: "give the parameter another name")
      return nil
    }
    guard isParameter || name == SweepAxis.seed else {
      report(
        .unknownParameter, at: entry.keyPosition, "the notebook has no parameter '\(name)'",
        suggestion: Spelling.suggestion(for: name, among: scope.parameters.names + [SweepAxis.seed])
          ?? "declare it in the front matter: params: {\(name): …}")
      return nil
    }
    guard let values = values(of: entry.value, named: name) else { return nil }
    var seen: Set<String> = []
    for value in values where !seen.insert(value).inserted {
      report(.wrongType, at: entry.value.position, "'\(name)' takes the value '\(value)' twice")
      return nil
    }
    return SweepAxis(name: name, values: values, position: entry.value.position)
  }

  private mutating func values(of value: YAMLValue, named name: String) -> [String]? {
    let what = name == SweepAxis.seed ? "a seed" : "a value of '\(name)'"
    if case .sequence(let items) = value.kind {
      guard !items.isEmpty else {
        report(.wrongType, at: value.position, "'\(name)' takes at least one value")
        return nil
      }
      let texts = items.compactMap { self.value($0, as: what, named: name) }
      return texts.count == items.count ? texts : nil
    }
    if case .scalar(let text, isQuoted: false) = value.kind, text.contains(".."), let range = Self.range(text) {
      return whole(range, of: name, at: value.position)
    }
    return self.value(value, as: what, named: name).map { [$0] }
  }

  private mutating func value(_ value: YAMLValue, as what: String, named name: String) -> String? {
    name == SweepAxis.seed
      ? integer(of: value, as: what, in: 0...Int.max).map { "\($0)" } : text(of: value, as: what)
  }

  /// The whole numbers of `1..5`.
  private mutating func whole(_ range: ClosedRange<Double>, of name: String, at position: SourcePosition) -> [String]? {
    guard let low = Int(exactly: range.lowerBound), let high = Int(exactly: range.upperBound), low >= 0,
      high < Int(Int32.max)
    else {
      report(
        .wrongType, at: position, "a range of '\(name)' is one of whole numbers from 0 on, such as 1..5",
        suggestion: "write other values as a list")
      return nil
    }
    guard high - low < NotebookLimits.sweptPoints else {
      report(.limit, at: position, "a sweep has at most \(NotebookLimits.sweptPoints) points")
      return nil
    }
    return (low...high).map { "\($0)" }
  }
}

extension CacheKey {
  /// Why a result that was kept under an earlier cache key is not the result of this one; empty when it is.
  package func changes(since earlier: CacheKey) -> [String] {
    guard digest != earlier.digest else { return [] }
    var changes: [String] = []
    if engine != earlier.engine { changes.append("engine \(earlier.engine) → \(engine)") }
    if keyword != earlier.keyword { changes.append("{\(earlier.keyword)} → {\(keyword)}") }
    changes += Self.differences(from: earlier.settings, to: settings)
    if let steps, let before = earlier.steps, steps != before { changes.append("steps \(before) → \(steps)") }
    let files = Dictionary(earlier.files.map { ($0.name, $0.value) }) { first, _ in first }
    changes += self.files.filter { files[$0.name] != $0.value }.map { "data changed: \($0.name)" }
    if inputs.map(\.digest) != earlier.inputs.map(\.digest) {
      let digests = Set(earlier.inputs.map(\.digest))
      let changed = inputs.filter { !digests.contains($0.digest) }.map(\.label)
      changes += changed.isEmpty ? ["it reads other cells"] : changed.uniqued.map { "upstream '\($0)' changed" }
    }
    return changes
  }

  private static func differences(
    from earlier: [CellDependencies.Setting], to later: [CellDependencies.Setting]
  ) -> [String] {
    let before = Dictionary(earlier.map { ($0.name, $0.value) }) { first, _ in first }
    let after = Dictionary(later.map { ($0.name, $0.value) }) { first, _ in first }
    let changed = later.compactMap { setting -> String? in
      guard let old = before[setting.name] else { return "\(setting.name) is new" }
      return old == setting.value ? nil : "\(setting.name) \(old) → \(setting.value)"
    }
    return changed + earlier.filter { after[$0.name] == nil }.map { "\($0.name) is gone" }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of its first place.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

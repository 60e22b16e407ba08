package import NotebookSyntax

/// What a cell says in its options, for one that is like it; what concerns the cell alone is not in it.
package struct SaidOptions: Sendable {
  let entries: [YAMLEntry]
  /// Keys and values, or a few more.
  let count: Int

  static let nothing = SaidOptions(entries: [], count: 0)
}

/// What a cell takes over from another: all that the other says and it does not say itself.
package struct TakenOver: Sendable {
  /// The label of the other.
  package let label: String
  /// The names of what is taken over, in the order in which the other says it, with the values that are a word.
  package fileprivate(set) var names: [String] = []
  /// Where the other says it, by key.
  fileprivate(set) var places: [String: SourcePosition] = [:]
  fileprivate let said: SaidOptions
  /// Where the other is named, where whatever is wrong with what it says is wrong here.
  fileprivate let position: SourcePosition

  /// What is taken over, as a page shows it.
  package var phrase: String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }

  var count: Int { said.count }

  /// Takes over what is not written, and says what that was.
  mutating func take(into written: inout [String: YAMLValue], parameters: ParameterTable) {
    for entry in said.entries where written[entry.key] == nil {
      written[entry.key] = entry.value.moved(to: position)
      places[entry.key] = entry.value.position
      names.append(entry.key + (entry.value.word(parameters).map { " \($0)" } ?? ""))
    }
  }
}

extension OptionType where Value == TakenOver {
  /// The label of a `{build}` whose options are taken over; an option that comes before those.
  package static func modelToBeLike(examples: [String]) -> OptionType<TakenOver> {
    OptionType(
      form: { .name(.model, "the label of a `{build}` above") }, examples: examples,
      contribute: { taken, name, dependencies in
        dependencies.settings.append(CellDependencies.Setting(name, "\(taken.label): \(taken.phrase)"))
      },
      read: { value, what, reader in
        guard let label = reader.text(of: value, as: what), let symbol = reader.symbol(label, at: value.position)
        else { return nil }
        guard case .model = symbol.kind, !symbol.said.entries.isEmpty else {
          reader.report(.wrongKind, at: value.position, "'\(label)' is \(symbol.kindName), not what a {build} made")
          return nil
        }
        guard reader.scope.takenOver + symbol.said.count <= NotebookLimits.takenOver else {
          reader.report(
            .limit, at: value.position,
            "what cells take over from others has at most \(NotebookLimits.takenOver) keys and values in all",
            suggestion: "build fewer or smaller models")
          return nil
        }
        return TakenOver(label: label, said: symbol.said, position: value.position)
      })
  }
}

extension OptionValues {
  /// All that is said here or taken over, with what an option that is not written means here.
  package func said<Value>(with implied: (option: DeclaredOption<Value>, text: String)) -> SaidOptions {
    let own = entries.filter { entry in
      options.contains { $0.name == entry.key && $0.effect != .nothing && !($0 is DeclaredOption<TakenOver?>) }
    }
    let taken = takenOver.map { taken in taken.said.entries.filter { taken.places[$0.key] != nil } } ?? []
    var all = own + taken
    if !all.contains(where: { $0.key == implied.option.name }) {
      let value = YAMLValue(.scalar(implied.text, isQuoted: true), at: position)
      all.append(YAMLEntry(key: implied.option.name, keyPosition: position, value: value))
    }
    return SaidOptions(entries: all, count: own.reduce(2) { $0 + $1.value.count } + (takenOver?.count ?? 0))
  }

  /// Where an option is said that was taken over.
  package func origin(of option: any OptionDeclaration) -> [Diagnostic.Related] {
    takenOver?.places[option.name].map { [.init("it is taken over from here", at: $0)] } ?? []
  }
}

extension YAMLValue {
  /// The same, as if all of it were written in one place.
  fileprivate func moved(to position: SourcePosition) -> YAMLValue {
    let kind: Kind =
      switch kind {
      case .scalar: kind
      case .sequence(let items): .sequence(items.map { $0.moved(to: position) })
      case .mapping(let entries):
        .mapping(entries.map { YAMLEntry(key: $0.key, keyPosition: position, value: $0.value.moved(to: position)) })
      }
    return YAMLValue(kind, at: position, isUnreadable: isUnreadable)
  }

  /// Keys and values.
  fileprivate var count: Int {
    switch kind {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries): entries.reduce(1) { $0 + 1 + $1.value.count }
    }
  }

  /// A value that is a word, with the setting of a parameter in its place.
  fileprivate func word(_ parameters: ParameterTable) -> String? {
    guard case .scalar(let text, let isQuoted) = kind else { return nil }
    return !isQuoted && text.first == "$" ? parameters.value(of: String(text.dropFirst())) : text
  }
}

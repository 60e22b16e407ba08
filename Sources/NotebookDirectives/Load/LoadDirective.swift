import NotebookPlanning
import NotebookResults
import NotebookSyntax

/// `{load}`: a data set, read or generated, and how it becomes sequences.
enum LoadDirective: Directive {
  static let keyword = "load"
  static let summary =
    "Loads a data set of pictures with labels, a text, a table of numbers, or a generated task, and decides how it becomes sequences."
  static let makes: Symbol.Family? = .dataset

  static let dataset = DeclaredOption(
    "dataset",
    .datasetName,
    "A data set by its name.",
    examples: OptionExamples(["digits", "mnist"], beside: [ExampleOption("fallback", "digits")]),
    alsoKnownAs: ["data", "source", "set"])

  static let options: [any OptionDeclaration] = [dataset] + DataSourceRegistry.options

  static let examples = [
    [
      ExampleOption("dataset", "digits"), ExampleOption("train", "40"), ExampleOption("validation", "4"),
      ExampleOption("test", "20"),
    ],
    [
      ExampleOption("dataset", "digits"), ExampleOption("train", "8"), ExampleOption("test", "4"),
      ExampleOption("order", "as_filed"),
    ],
    [
      ExampleOption("dataset", "digits"), ExampleOption("train", "4"), ExampleOption("test", "4"),
      ExampleOption("time_steps", "pixels"),
    ],
    [
      ExampleOption("dataset", "sentences"), ExampleOption("characters", "600"), ExampleOption("time_steps", "4"),
      ExampleOption("validation", "100"), ExampleOption("test", "0.2"),
    ],
    [
      ExampleOption("dataset", "sines"), ExampleOption("train", "40"), ExampleOption("test", "20"),
      ExampleOption("validation", "4"), ExampleOption("time_steps", "5"),
    ],
    [
      ExampleOption("dataset", "sentences"), ExampleOption("characters", "700"), ExampleOption("time_steps", "4"),
      ExampleOption("test", "0.2"),
    ],
  ]

  /// The options that say where data come from, as far as they are given.
  private static func sources(_ values: OptionValues) -> [DeclaredOption<String?>] {
    let keys = DataSourceRegistry.keys
    return options.compactMap { $0 as? DeclaredOption<String?> }
      .filter { keys.contains($0.name) && values.isGiven($0) }
  }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    guard let source = source(&values) else { return nil }
    return action(source, &values)
  }

  private static func action(_ source: some DataSource, _ values: inout OptionValues) -> PlannedAction {
    let dependencies = values.dependencies
    let symbol = source.symbol(following: dependencies)
    _ = values.haveRoom(forBytes: symbol.bytes, of: dependencies)
    return PlannedAction(
      LoadAction(source: source, dependencies: dependencies),
      leaves: Symbol(.dataset(symbol), fields: source.fields.map(\.name), standIn: source.standIn))
  }

  private static func source(_ values: inout OptionValues) -> (any DataSource)? {
    let keys = DataSourceRegistry.keys
    let given = sources(values)
    guard let option = given.first, given.count == 1 else {
      let list = Spelling.list(keys, conjunction: "or")
      if let second = given.dropFirst().first {
        values.report(
          .conflictingKeys, at: values.place(of: second), "{load} takes \(list), not two of them")
      } else {
        values.reportMissing(keys, "{load} needs \(list)", suggestion: "write 'dataset: mnist'")
      }
      return nil
    }
    guard let name = values[option], let kind = DataSourceRegistry.kind(option.name, name) else { return nil }
    let place = values.place(of: option)
    let what = kind.names == nil ? "'\(kind.key)'" : "'\(kind.key): \(name)'"
    for other in options where values.isGiven(other) && other.name != kind.key {
      guard !kind.options.contains(where: { $0.name == other.name }) else { continue }
      values.report(
        .conflictingKeys, at: values.place(of: other), "'\(other.name)' does not go with \(what)")
    }
    return kind.plan(name, at: place, &values)
  }
}

extension OptionType where Value == String {
  /// A data set that is built in, or that goes by a name everywhere.
  fileprivate static var datasetName: OptionType<String> {
    let names = DataSourceRegistry.names
    return OptionType(form: .words(names), examples: ["digits", "mnist"], phrase: { $0 }) { value, what, reader in
      guard let name = reader.text(of: value, as: what) else { return nil }
      if names.contains(name) { return name }
      reader.report(
        .unknownName, at: value.position, "there is no data set '\(name)'",
        suggestion: Spelling.meant(by: name, among: names))
      return nil
    }
  }
}

private import Datasets
import NotebookResults
package import NotebookSyntax
package import RecurrentEngine

/// A data set that an option names.
package struct DatasetReference: Sendable {
  package let label: String
  package let dataset: DatasetSymbol
  /// Why its numbers cannot be held against the article's; nil when they can.
  package let standIn: String?
}

/// A part of a data set that an option names.
package struct PartReference: Sendable {
  package let label: String
  package let dataset: DatasetSymbol
  package let split: DatasetSplit
  package let standIn: String?

  /// How many examples it has.
  package var examples: Int { dataset.counts[split] ?? 0 }
}

/// A model that an option names.
package struct ModelReference: Sendable {
  package let label: String
  package let network: Network
  package let standIn: String?
}

extension OptionType where Value == DatasetReference {
  /// A data set that the cell reads; the one loaded last where none is named.
  package static func dataset(examples: [String]) -> OptionType<DatasetReference> {
    dataset(examples: examples) { $1.reads.append($0.label) }
  }

  /// A data set of which the cell uses nothing but what is known before it is read: its shape and classes.
  package static func datasetShape(examples: [String]) -> OptionType<DatasetReference> {
    dataset(examples: examples) { reference, dependencies in
      dependencies.settings += [
        CellDependencies.Setting("input", reference.dataset.input.phrase),
        CellDependencies.Setting("target", reference.dataset.shape.target.phrase),
      ]
    }
  }

  private static func dataset(
    examples: [String], _ contribute: @escaping @Sendable (DatasetReference, inout CellDependencies) -> Void
  ) -> OptionType<DatasetReference> {
    OptionType(
      form: { .name(.dataset, "the label of a `{load}`") }, examples: examples, contribute: { contribute($0, &$2) },
      implied: { key, reader in
        let latest = reader.scope.latestDataset
        return reader.latest(latest, madeBy: "{load}", key: key).flatMap {
          reader.dataset($0.label, $0.symbol, at: reader.position)
        }
      },
      read: { value, what, reader in
        guard let label = reader.text(of: value, as: what), let symbol = reader.symbol(label, at: value.position)
        else { return nil }
        return reader.dataset(label, symbol, at: value.position)
      })
  }
}

extension OptionType where Value == PartReference {
  /// A part of a data set such as `mnist.test`; that part of the one loaded last where none is named.
  package static func part(otherwise split: DatasetSplit, examples: [String]) -> OptionType<PartReference> {
    OptionType(
      form: { .name(.part, "a part of a data set, such as `mnist.test`") }, examples: examples,
      contribute: { reference, name, dependencies in
        dependencies.settings.append(CellDependencies.Setting(name, reference.split.rawValue))
        dependencies.reads.append(reference.label)
      },
      implied: { key, reader in
        let latest = reader.scope.latestDataset
        return reader.latest(latest, madeBy: "{load}", key: key)
          .flatMap { reader.dataset($0.label, $0.symbol, at: reader.position) }
          .map { PartReference(label: $0.label, dataset: $0.dataset, split: split, standIn: $0.standIn) }
      },
      read: { $2.part($0, as: $1) })
  }
}

extension OptionType where Value == ModelReference {
  /// A model that the cell reads; the one built last where none is named.
  ///
  /// - Parameters:
  ///   - isChanged: Whether the cell changes it in place.
  ///   - examples: Two of them.
  /// - Returns: The type.
  package static func model(isChanged: Bool = false, examples: [String]) -> OptionType<ModelReference> {
    OptionType(
      form: { .name(.model, "the label of a `{build}`, or of the cell that changed its network last") },
      examples: examples,
      contribute: { reference, _, dependencies in
        dependencies.reads.append(reference.label)
        if isChanged { dependencies.changes = reference.label }
      },
      implied: { key, reader in
        let latest = reader.scope.latestModel
        return reader.latest(latest, madeBy: "{build}", key: key).flatMap {
          reader.model($0.label, $0.symbol, at: reader.position)
        }
      },
      read: { value, what, reader in
        guard let label = reader.text(of: value, as: what), let symbol = reader.symbol(label, at: value.position)
        else { return nil }
        return reader.model(label, symbol, at: value.position)
      })
  }
}

extension OptionType where Value == FieldReference {
  /// A number or a series that a cell leaves behind, such as `test.accuracy`.
  package static func measured(
    _ thing: NamedThing, _ form: String, example: String, examples: [String]
  ) -> OptionType<FieldReference> {
    OptionType(
      form: { .name(thing, form) }, examples: examples,
      contribute: { reference, name, dependencies in
        dependencies.settings.append(CellDependencies.Setting(name, reference.name))
        dependencies.reads.append(reference.label)
      },
      read: { $2.reference($0, as: $1, example: example) })
  }
}

extension OptionReader {
  fileprivate mutating func dataset(_ label: String, _ symbol: Symbol, at position: SourcePosition) -> DatasetReference?
  {
    guard case .dataset(let dataset) = symbol.kind else {
      report(.wrongKind, at: position, "'\(label)' is \(symbol.kindName), not a data set")
      return nil
    }
    return DatasetReference(label: label, dataset: dataset, standIn: symbol.standIn)
  }

  fileprivate mutating func model(_ label: String, _ symbol: Symbol, at position: SourcePosition) -> ModelReference? {
    if let changed = symbol.changes {
      let latest = scope.latestChange[changed]
      if let latest, latest != label {
        report(
          .wrongKind, at: position, "'\(label)' changed '\(changed)', which '\(latest)' has changed since",
          suggestion: Suggestion("write '\(changed)' for what it is by then", writing: changed, for: label))
        return nil
      }
      return self.symbol(changed, at: position).flatMap { model(changed, $0, at: position) }
    }
    guard case .model(let network) = symbol.kind else {
      report(.wrongKind, at: position, "'\(label)' is \(symbol.kindName), not a model")
      return nil
    }
    return ModelReference(label: label, network: network, standIn: symbol.standIn)
  }

  fileprivate mutating func part(_ value: YAMLValue, as what: String) -> PartReference? {
    guard let reference = reference(value, as: what, example: "mnist.test") else { return nil }
    let split = DatasetSplit(rawValue: reference.name)
    if split == nil {
      report(
        .unknownField, at: value.position, "a data set has no part '\(reference.name)'",
        suggestion: Spelling.suggestion(for: reference.name, among: DatasetSplit.allCases.map(\.rawValue))?
          .behind("\(reference.label)."))
    }
    guard let split,
      let symbol = symbol(reference.label, at: value.position),
      let found = dataset(reference.label, symbol, at: value.position)
    else { return nil }
    guard (found.dataset.counts[split] ?? 0) > 0 else {
      report(
        .unknownField, at: value.position, "'\(reference.label)' has no \(split.rawValue) \(found.dataset.noun)",
        suggestion: split == .validation ? "give its {load} 'validation: 5000'" : nil)
      return nil
    }
    return PartReference(label: reference.label, dataset: found.dataset, split: split, standIn: found.standIn)
  }
}

package import NotebookResults
package import NotebookSyntax
package import RecurrentEngine

extension OptionReader {
  /// What a label stands for; nil with a report when it stands for nothing here, nil without one when its cell is wrong.
  package mutating func symbol(_ label: String, at position: SourcePosition) -> Symbol? {
    if let symbol = scope.symbols[label] {
      if case .broken = symbol.kind { return nil }
      return symbol
    }
    if let line = scope.lines[label] {
      report(
        .usedBeforeMade, at: position, "'\(label)' is made on line \(line), after it is used here",
        suggestion: "move its cell up")
    } else {
      report(
        .unknownLabel, at: position, "nothing is labelled '\(label)'",
        suggestion: Spelling.suggestion(for: label, among: scope.symbols.keys))
    }
    return nil
  }

  /// The data set that a key names, or the one loaded last.
  package mutating func dataset(_ key: String) -> (label: String, dataset: DatasetSymbol, standIn: String?)? {
    guard let (label, symbol, position) = named(key, latest: scope.latestDataset, madeBy: "{load}") else { return nil }
    guard case .dataset(let dataset) = symbol.kind else {
      report(.wrongKind, at: position, "'\(label)' is \(symbol.kindName), not a data set")
      return nil
    }
    return (label, dataset, symbol.standIn)
  }

  /// The model that a key names, or the one built last.
  package mutating func model(_ key: String) -> (label: String, network: Network, standIn: String?)? {
    guard let (label, symbol, position) = named(key, latest: scope.latestModel, madeBy: "{build}") else { return nil }
    guard case .model(let network) = symbol.kind else {
      report(.wrongKind, at: position, "'\(label)' is \(symbol.kindName), not a model")
      return nil
    }
    return (label, network, symbol.standIn)
  }

  private mutating func named(
    _ key: String, latest: String?, madeBy maker: String
  ) -> (label: String, symbol: Symbol, position: SourcePosition)? {
    guard let value = value(key) else {
      guard let latest else {
        report(.missingKey, at: position, "\(owner) needs a \(maker) before it", suggestion: "or name one: '\(key): …'")
        return nil
      }
      return symbol(latest, at: position).map { (latest, $0, position) }
    }
    guard let label = text(of: value, as: "'\(key)'") else { return nil }
    return symbol(label, at: value.position).map { (label, $0, value.position) }
  }

  /// The part of a data set that a key names, such as `mnist.test`, or a part of the one loaded last.
  package mutating func part(
    _ key: String, otherwise split: DatasetSplit
  ) -> (label: String, dataset: DatasetSymbol, split: DatasetSplit, standIn: String?)? {
    guard let value = value(key) else {
      return dataset(key).map { ($0.label, $0.dataset, split, $0.standIn) }
    }
    guard let reference = reference(value, as: "'\(key)'", example: "mnist.test"),
      let symbol = symbol(reference.label, at: value.position)
    else { return nil }
    guard case .dataset(let dataset) = symbol.kind else {
      report(.wrongKind, at: value.position, "'\(reference.label)' is \(symbol.kindName), not a data set")
      return nil
    }
    guard let split = DatasetSplit(rawValue: reference.field) else {
      report(
        .unknownField, at: value.position, "a data set has no part '\(reference.field)'",
        suggestion: Spelling.suggestion(for: reference.field, among: DatasetSplit.allCases.map(\.rawValue)))
      return nil
    }
    guard (dataset.counts[split] ?? 0) > 0 else {
      report(
        .unknownField, at: value.position, "'\(reference.label)' has no \(split.rawValue) images",
        suggestion: split == .validation ? "give its {load} 'validation: 5000'" : nil)
      return nil
    }
    return (reference.label, dataset, split, symbol.standIn)
  }

  /// The measured number that a value names.
  package mutating func field(_ value: YAMLValue, as what: String) -> FieldReference? {
    guard let reference = reference(value, as: what, example: "test.accuracy") else { return nil }
    return check(reference) ? reference : nil
  }

  /// The recorded series that a value names.
  package mutating func series(
    _ value: YAMLValue, as what: String
  ) -> (reference: FieldReference, unit: RecordedSeries.Unit)? {
    guard let reference = reference(value, as: what, example: "fit.batch_accuracy"),
      let symbol = symbol(reference.label, at: value.position)
    else { return nil }
    if let unit = symbol.series[reference.field] { return (reference, unit) }
    report(
      .unknownField, at: value.position, "'\(reference.label)' records no series '\(reference.field)'",
      suggestion: Spelling.suggestion(for: reference.field, among: symbol.series.keys)
        ?? "a {train} records what its 'report' names")
    return nil
  }

  /// Whether a reference names a number that is there by then; reports it otherwise.
  package mutating func check(_ reference: FieldReference) -> Bool {
    if let diagnostic = scope.problem(with: reference) {
      report(diagnostic)
      return false
    }
    return scope.knows(reference)
  }

  private mutating func reference(_ value: YAMLValue, as what: String, example: String) -> FieldReference? {
    guard let text = text(of: value, as: what) else { return nil }
    if let reference = FieldReference(text, at: value.position) { return reference }
    report(.malformedReference, at: value.position, "\(what) is a name such as \(example), not '\(text)'")
    return nil
  }
}

extension PlanScope {
  /// What is wrong with a reference where everything in this scope is known; nil also for one that leads to a broken cell.
  func problem(with reference: FieldReference) -> Diagnostic? {
    if reference.label == RunHeader.parameterLabel {
      guard parameters.value(of: reference.field) == nil else { return nil }
      return Diagnostic(
        .unknownParameter, at: reference.position, "the notebook has no parameter '\(reference.field)'",
        suggestion: Spelling.suggestion(for: reference.field, among: parameters.names))
    }
    guard let symbol = symbols[reference.label] else {
      if let line = lines[reference.label] {
        return Diagnostic(
          .usedBeforeMade, at: reference.position, "'\(reference.label)' is made on line \(line), after it is used here"
        )
      }
      return Diagnostic(
        .unknownLabel, at: reference.position, "nothing is labelled '\(reference.label)'",
        suggestion: Spelling.suggestion(for: reference.label, among: symbols.keys))
    }
    if case .broken = symbol.kind { return nil }
    guard !symbol.fields.contains(reference.field) else { return nil }
    return Diagnostic(
      .unknownField, at: reference.position, "'\(reference.label)' has no number '\(reference.field)'",
      suggestion: Spelling.suggestion(for: reference.field, among: symbol.fields))
  }

  func knows(_ reference: FieldReference) -> Bool {
    reference.label == RunHeader.parameterLabel || symbols[reference.label]?.fields.contains(reference.field) == true
  }

  /// Why a number cannot be held against the article's; nil when it can, as the counts of images and parameters always can.
  package func standIn(for label: String) -> String? {
    guard let symbol = symbols[label], case .measurements = symbol.kind else { return nil }
    return symbol.standIn
  }
}

package import NotebookResults
package import NotebookSyntax

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
        suggestion: "move its cell up", related: [.init("it is made here", at: SourcePosition(line: line))])
    } else {
      report(
        .unknownLabel, at: position, "nothing is labelled '\(label)'",
        suggestion: Spelling.suggestion(for: label, among: scope.symbols.keys))
    }
    return nil
  }

  /// What is meant where a key names nothing: what was made last.
  mutating func latest(_ latest: String?, madeBy maker: String, key: String) -> (label: String, symbol: Symbol)? {
    guard let latest else {
      report(.missingKey, at: position, "\(owner) needs a \(maker) before it", suggestion: "or name one: '\(key): …'")
      return nil
    }
    return symbol(latest, at: position).map { (latest, $0) }
  }

  /// What a recorded series counts along; nil with a report when there is none of that name.
  package mutating func unit(of reference: FieldReference) -> RecordedSeries.Unit? {
    guard reference.excerpt == nil else {
      report(.wrongType, at: reference.position, "'\(reference.text)' is one number, and a series is asked for")
      return nil
    }
    if let symbol = symbol(reference.label, at: reference.position), let unit = symbol.series[reference.field] {
      return unit
    }
    if let symbol = scope.symbols[reference.label], let problem = scope.problem(withSeries: reference, of: symbol) {
      report(problem)
    }
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

  /// A name such as `test.accuracy`, whatever it stands for.
  mutating func reference(_ value: YAMLValue, as what: String, example: String) -> FieldReference? {
    guard let text = text(of: value, as: what) else { return nil }
    if let reference = FieldReference(text, at: value.position) { return reference }
    report(.malformedReference, at: value.position, "\(what) is a name such as \(example), not '\(text)'")
    return nil
  }
}

extension PlanScope {
  /// What is wrong with a reference where everything in this scope is known; nil also for one that leads to a broken cell.
  ///
  /// - Parameters:
  ///   - reference: What the text names.
  ///   - guessing: Whether to look for what was meant.
  /// - Returns: What is wrong.
  func problem(with reference: FieldReference, guessing: Bool = true) -> Diagnostic? {
    func suggestion(for word: String, among words: some Collection<String>) -> Suggestion? {
      guessing ? Spelling.suggestion(for: word, among: words) : nil
    }
    func suggestion(forNameAmong names: some Collection<String>) -> Suggestion? {
      suggestion(for: reference.field, among: names)?.behind("\(reference.label).")
    }
    if reference.label == RunHeader.parameterLabel {
      guard parameters.value(of: reference.name) == nil else { return nil }
      return Diagnostic(
        .unknownParameter, at: reference.position, "the notebook has no parameter '\(reference.name)'",
        suggestion: suggestion(forNameAmong: parameters.names))
    }
    guard let symbol = symbols[reference.label] else {
      if let line = lines[reference.label] {
        return Diagnostic(
          .usedBeforeMade, at: reference.position,
          "'\(reference.label)' is made on line \(line), after it is used here",
          related: [.init("it is made here", at: SourcePosition(line: line))])
      }
      return Diagnostic(
        .unknownLabel, at: reference.position, "nothing is labelled '\(reference.label)'",
        suggestion: suggestion(for: reference.label, among: symbols.keys))
    }
    if reference.excerpt != nil { return problem(withSeries: reference, of: symbol) }
    if case .broken = symbol.kind, symbol.fields.isEmpty { return nil }
    guard !symbol.fields.contains(reference.field) else { return nil }
    return Diagnostic(
      .unknownField, at: reference.position, "'\(reference.label)' has no number '\(reference.field)'",
      suggestion: suggestion(forNameAmong: symbol.fields))
  }

  /// What is wrong with a reference to a series of a cell.
  fileprivate func problem(withSeries reference: FieldReference, of symbol: Symbol) -> Diagnostic? {
    guard symbol.series[reference.field] == nil else { return nil }
    // What a cell with something wrong in it records may not be known.
    if case .broken = symbol.kind, symbol.series.isEmpty { return nil }
    return Diagnostic(
      .unknownField, at: reference.position, "'\(reference.label)' records no series '\(reference.field)'",
      suggestion: Spelling.suggestion(for: reference.field, among: symbol.series.keys)?.behind("\(reference.label).")
        ?? "a {train} records what its 'report' names")
  }

  func knows(_ reference: FieldReference) -> Bool {
    if reference.label == RunHeader.parameterLabel { return true }
    guard let symbol = symbols[reference.label] else { return false }
    if case .broken = symbol.kind { return false }
    return reference.excerpt == nil
      ? symbol.fields.contains(reference.field) : symbol.series[reference.field] != nil
  }

  /// Whether a cell leaves a number of that name, or would if nothing were wrong with it.
  func hasField(_ label: String, _ field: String) -> Bool { symbols[label]?.fields.contains(field) == true }

  /// Why a number cannot be held against the article's; nil when it can, as the counts of images and parameters always can.
  package func standIn(for label: String) -> String? {
    guard let symbol = symbols[label], case .measurements = symbol.kind else { return nil }
    return symbol.standIn
  }
}

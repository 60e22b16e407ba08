package import NotebookSyntax

/// The options of a block, every declared one read: what is not declared cannot be asked for, and what is declared is in the cache key.
package struct OptionValues {
  let entries: [YAMLEntry]
  /// What is written here or taken over.
  private var written: [String: YAMLValue]
  /// What is taken over from another cell.
  private(set) var takenOver: TakenOver?
  let options: [any OptionDeclaration]
  private var decoded: [String: any Sendable] = [:]
  private var reader: OptionReader
  /// What is needed and not there, by the keys that would do.
  private var missing: [(keys: [String], diagnostic: Diagnostic)] = []
  /// What the result depends on besides the options.
  private var extras = CellDependencies()

  /// What `nbrun help` calls the owner.
  private let help: String?

  /// Reads every declared option of a block, whatever else is wrong with it.
  package init(
    decoding entries: [YAMLEntry], by options: [any OptionDeclaration], owner: String, help: String? = nil,
    position: SourcePosition, scope: PlanScope
  ) {
    self.entries = entries
    written = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    self.options = options
    self.help = help
    reader = OptionReader(owner: owner, position: position, scope: scope)
    for option in options {
      let value = written[option.name]
      if value?.isUnreadable == true { continue }
      let count = reader.diagnostics.count
      decoded[option.name] = option.decode(value, &reader)
      if let option = option as? DeclaredOption<TakenOver?> { takeOver(option) }
      if reader.diagnostics.count > count { reader.expect(option.form.phrase, since: count) }
      if value == nil, option.isRequired {
        let example = option.examples.values.first.map { "such as '\(option.name): \($0)'" }
        let suggestion = (option.suggestion ?? example).map { Suggestion($0) }
        reportMissing([option.name], "\(owner) needs '\(option.name)'", suggestion: suggestion)
      }
    }
  }

  /// Takes over what another cell says, before it is read.
  private mutating func takeOver(_ option: DeclaredOption<TakenOver?>) {
    guard var taken = self[option] else { return }
    taken.take(into: &written, parameters: scope.parameters)
    takenOver = taken
    resolve(option, to: taken)
  }

  package var owner: String { reader.owner }
  package var position: SourcePosition { reader.position }
  package var scope: PlanScope { reader.scope }
  package var diagnostics: [Diagnostic] { reader.diagnostics }
  package var hasErrors: Bool { !missing.isEmpty || reader.hasErrors }

  /// The value of an option; its default when it is not given, is wrong or is not declared here.
  package subscript<Value>(_ option: DeclaredOption<Value>) -> Value {
    (decoded[option.name] as? OptionBox<Value>)?.value ?? option.fallback
  }

  package func isGiven(_ option: any OptionDeclaration) -> Bool { written[option.name] != nil }

  /// The value of an option as written.
  package func written(_ option: any OptionDeclaration) -> YAMLValue? { written[option.name] }

  /// Where an option is written, for messages about what it means.
  package func place(of option: any OptionDeclaration) -> SourcePosition { place(of: option.name) }

  package func place(of name: String) -> SourcePosition {
    written[name]?.position ?? position
  }

  /// The places of all that is written, by key.
  var places: [String: SourcePosition] { written.mapValues(\.position) }

  /// Says what an option comes to where that follows from other things, so that the cache key holds it.
  package mutating func resolve<Value: Sendable>(_ option: DeclaredOption<Value>, to value: Value) {
    decoded[option.name] = OptionBox(value: value)
  }

  /// Says that the result depends on something that no option says.
  package mutating func depend(on name: String, _ value: String) {
    extras.settings.append(CellDependencies.Setting(name, value))
  }

  /// Says that the result depends on what was read of a file.
  package mutating func depend(onFile name: String, digest: String) {
    extras.files.append(CellDependencies.Setting(name, digest))
  }

  /// Says that random numbers are drawn from a seed, the notebook's unless another is named; a cell that does not say so is given none.
  package mutating func drawRandomNumbers(from seed: Int? = nil) {
    extras.usesSeed = true
    extras.ownSeed = seed.map { UInt64($0) }
  }

  /// Says how many steps the work takes, which stand for the options that move the length.
  package mutating func resolveLength(to steps: Int) { extras.steps = steps }

  /// What the result depends on, in the order of the declarations.
  package var dependencies: CellDependencies {
    var all = CellDependencies()
    for option in options where option.effect == .result {
      if let value = decoded[option.name] { option.contribute(value, &all) }
    }
    all.add(extras)
    all.steps = extras.steps
    return all
  }

  /// Reports every key that is not declared, and what is missing unless such a key turns out to be it.
  ///
  /// - Parameter isComplete: Whether all that is written could be read; otherwise nothing is missing.
  package mutating func finish(isComplete: Bool = true) {
    if !isComplete { missing = [] }
    let names = Set(options.map(\.name))
    let keys = Set(entries.map(\.key))
    for (index, entry) in entries.lazy.filter({ !names.contains($0.key) }).enumerated() {
      let guess =
        index < NotebookLimits.guesses ? KeyGuess(entry, beside: written, among: options, help: help) : nil
      missing.removeAll { missing in guess?.meant.map { missing.keys.contains($0) } ?? false }
      // What stands there already would stand there twice.
      let isTaken = guess?.meant.map { keys.contains($0) } ?? false
      report(
        .unknownKey, at: entry.keyPosition, "\(owner) has no key '\(entry.key)'",
        suggestion: isTaken ? guess?.suggestion?.withoutCorrection : guess?.suggestion)
    }
    for (_, diagnostic) in missing { reader.report(diagnostic) }
    missing = []
  }

  /// Reports that one of these keys is needed, unless a misspelt one turns out to be it.
  package mutating func reportMissing(_ keys: [String], _ message: String, suggestion: Suggestion?) {
    missing.append((keys, Diagnostic(.missingKey, at: position, message, suggestion: suggestion)))
  }

  package mutating func report(
    _ identifier: DiagnosticIdentifier, at position: SourcePosition, _ message: String, suggestion: Suggestion? = nil,
    related: [Diagnostic.Related] = []
  ) {
    reader.report(identifier, at: position, message, suggestion: suggestion, related: related)
  }

  package mutating func report(_ diagnostic: Diagnostic) { reader.report(diagnostic) }

  /// Reads more of what is written, where its meaning depends on other options.
  package mutating func reading<Result>(_ read: (inout OptionReader) -> Result) -> Result { read(&reader) }
}

/// A value under its own type, an optional one as it is.
struct OptionBox<Value: Sendable>: Sendable {
  let value: Value
}

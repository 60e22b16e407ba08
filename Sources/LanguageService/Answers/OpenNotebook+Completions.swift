import NotebookPlanning
package import NotebookSyntax

extension OpenNotebook {
  /// What can be written at a place; nil where nothing is known to belong there.
  package func completions(at cursor: SourcePosition) -> Completions? {
    switch place(at: cursor) {
    case .keyword(let word): keywords(word)
    case .reference(let word): references(word)
    case .link(let word): Completions(cells.map(\.completion), in: word.range, prefix: word.prefix)
    case .option(let place, let topic, let line): options(place, in: topic, line: line)
    case nil: nil
    }
  }

  private func keywords(_ word: Word) -> Completions {
    let closing = lines[word.range.end.line].hasSuffix("}") ? "" : "}"
    let directives = language.filter { $0.sort == OptionTopic.directiveSort }
    return Completions(
      directives.map {
        Completion($0.name, .directive, detail: $0.sort, summary: $0.summary, text: $0.name + closing)
      }, in: word.range, prefix: word.prefix)
  }

  private func references(_ word: Word) -> Completions {
    let line = Array(lines[word.range.end.line].unicodeScalars)
    let isClosed = line.dropFirst(word.range.end.column - 1).drop { $0 == " " }.starts(with: "}}".unicodeScalars)
    let numbers = cells.flatMap { $0.measurements(\.fields) } + parameterCompletions(prefix: "params.")
    let items = numbers.map { completion in
      var completion = completion
      if !isClosed { completion.text += "}}" }
      return completion
    }
    return Completions(items, in: word.range, prefix: word.prefix)
  }

  private func options(_ place: OptionPlace, in topic: OptionTopic, line: Int?) -> Completions? {
    guard let slot = OptionSlot(place.path, in: topic) else { return nil }
    let word = place.word
    if place.role == .key {
      return Completions(keys(of: slot, at: place, isAlone: true), in: word.range, prefix: word.prefix)
    }
    if word.prefix.hasPrefix("$") {
      return Completions(parameterCompletions(prefix: "$"), in: word.range, prefix: word.prefix)
    }
    if slot.names.contains(.expectation) { return expectation(at: place, line: line) }
    let keys = place.role == .either ? self.keys(of: slot, at: place, isAlone: false) : []
    let values = words(of: slot) + kinds(of: slot, at: place) + named(by: slot, line: line)
    // Right behind a colon nothing is a value yet.
    let isGlued = place.role == .value && word.text.isEmpty && character(before: word.range.start) == ":"
    let items = (values + keys).map { item in
      var item = item
      if isGlued {
        item.text = " " + item.text
        item.divided = item.divided.map { Completion.Divided(before: " " + $0.before, after: $0.after) }
      }
      return item
    }
    return Completions(items, in: word.range, prefix: word.prefix)
  }

  /// The keys of a mapping that are not there yet.
  ///
  /// - Parameters:
  ///   - slot: What the mapping may be.
  ///   - place: Where the key stands.
  ///   - isAlone: Whether nothing but a key can stand there.
  /// - Returns: Options, and kinds where the mapping has no key yet.
  private func keys(of slot: OptionSlot, at place: OptionPlace, isAlone: Bool) -> [Completion] {
    let others = Set(place.keys).subtracting([place.word.text])
    let separator = place.hasColon ? "" : ": "
    let options = slot.groups.flatMap(\.options).filter { !others.contains($0.name) }.map { option in
      var completion = Completion(
        option.name, .option, detail: option.form.shortPhrase, summary: option.sentence, text: option.name + separator)
      completion.isRequired = option.isRequired
      return completion
    }
    let parameters = slot.takesParameters ? parameterCompletions(prefix: "") + [Self.seed] : []
    let names = parameters.filter { !others.contains($0.name) }.map { parameter in
      var parameter = parameter
      parameter.text += separator
      return parameter
    }
    return options + names + (isAlone && others.isEmpty ? slot.kinds.map { $0.completion(as: .key(separator)) } : [])
  }

  private static let seed = Completion("seed", .parameter, summary: "What all random numbers come from.")

  private func words(of slot: OptionSlot) -> [Completion] {
    slot.alternatives.flatMap(\.words).map {
      Completion($0, .word, detail: slot.option?.name, summary: slot.option?.summary)
    }
  }

  private func kinds(of slot: OptionSlot, at place: OptionPlace) -> [Completion] {
    // On a line of its own a mapping needs no braces.
    let isBare = place.role == .either && !place.isInBrackets
    return slot.kinds.map { $0.completion(as: isBare ? .key(": ") : .value) }
  }

  private func named(by slot: OptionSlot, line: Int?) -> [Completion] {
    let above = cells.filter { $0.line < line ?? 0 }
    return slot.names.flatMap { thing -> [Completion] in
      switch thing {
      case .dataset: above.filter { $0.symbol.makes == .dataset }.map(\.completion)
      case .model: above.filter { $0.symbol.makes == .model || $0.symbol.changes != nil }.map(\.completion)
      case .part: above.flatMap(\.parts)
      case .number: above.flatMap { $0.measurements(\.fields) }
      case .series: above.flatMap { $0.measurements(\.seriesNames) }
      case .numberOrSeries: above.flatMap { $0.measurements(\.fields) + $0.measurements(\.seriesNames) }
      case .reported: reported(onLine: line)
      case .parameter: parameterCompletions(prefix: "")
      case .expectation: []
      }
    }
  }

  /// A number that is named in an expectation, which is more than one word.
  private func expectation(at place: OptionPlace, line: Int?) -> Completions? {
    let start = place.word.range.start
    let text = Array(lines[start.line].unicodeScalars)
    let column = start.column - 1 + place.word.prefix.unicodeScalars.count
    let word = Word(around: column, in: text, number: start.line) { $0.isPartOfName }
    let numbers = cells.filter { $0.line <= line ?? 0 }.flatMap { $0.measurements(\.fields) }
    return Completions(numbers, in: word.range, prefix: word.prefix)
  }

  /// What the cell on a line measures as it goes.
  private func reported(onLine line: Int?) -> [Completion] {
    let entry = directive(onLine: line)?.options.first { $0.key == "report" }
    guard case .mapping(let entries) = entry?.value.kind else { return [] }
    return entries.map { Completion($0.key, .measurement, detail: "reported") }
  }

  private func parameterCompletions(prefix: String) -> [Completion] {
    scope.parameters.names.map {
      Completion(
        prefix + $0, .parameter, detail: scope.parameters.value(of: $0), summary: "A parameter of the front matter.")
    }
  }

  private func character(before position: SourcePosition) -> Unicode.Scalar? {
    Array(lines[position.line].unicodeScalars.prefix(position.column - 1)).last
  }
}

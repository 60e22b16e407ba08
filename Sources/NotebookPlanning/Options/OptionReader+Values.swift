package import NotebookSyntax

extension OptionReader {
  /// The text of a scalar, with `$name` replaced by the parameter's value.
  package mutating func text(of value: YAMLValue, as what: String) -> String? {
    if value.isUnreadable { return nil }
    guard case .scalar(let text, let isQuoted) = value.kind, !text.isEmpty else {
      report(
        .wrongType, at: value.position, "\(what) is one value, not \(value.kindName)", suggestion: Self.oneByOne(value))
      return nil
    }
    guard !isQuoted, text.first == "$" else { return checked(text, at: value.position, as: what) }
    let name = String(text.dropFirst())
    if let setting = scope.parameters.value(of: name) { return checked(setting, at: value.position, as: what) }
    report(
      .unknownParameter, at: value.position, "the notebook has no parameter '\(name)'",
      suggestion: Spelling.suggestion(for: name, among: scope.parameters.names)?.behind("$")
        ?? "declare it in the front matter: params: {\(name): …}")
    return nil
  }

  /// A text that is not too long; reports one that is.
  private mutating func checked(_ text: String, at position: SourcePosition, as what: String) -> String? {
    let length = text.unicodeScalars.count
    if length <= NotebookLimits.textLength { return text }
    report(
      .limit, at: position,
      "\(what) has at most \(NotebookLimits.textLength) characters, and this one has \(length)")
    return nil
  }

  /// How several values are tried where a run has one.
  private static func oneByOne(_ value: YAMLValue) -> Suggestion? {
    guard case .sequence(let items) = value.kind, items.count > 1 else { return nil }
    return "make it a parameter, as in '$value', and run once for each: -p value=…"
  }

  /// A number as the language writes it that was written in another way: `1,000`, `1e3`, `90%`.
  private static func otherwiseWritten(_ text: String, isWhole: Bool) -> Suggestion? {
    func written(_ value: Double) -> Suggestion {
      Suggestion("write \(OptionText.number(value))", writing: OptionText.number(value), for: text)
    }
    if text.last == "%", let percent = number(text.dropLast()) {
      return isWhole ? nil : written(percent / 100)
    }
    let digits = text.replacing(",", with: "").replacing("_", with: "").replacing(" ", with: "")
    guard let value = number(digits), abs(value) < 1e15, !isWhole || value == value.rounded() else { return nil }
    return written(value)
  }

  /// A whole number of a range.
  package mutating func integer(of value: YAMLValue, as what: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(of: value, as: what) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) || Int(text) != nil {
      report(.outOfRange, at: value.position, "\(what) is from \(range.lowerBound) to \(range.upperBound), not \(text)")
    } else {
      report(
        .wrongType, at: value.position, "\(what) is a whole number, not '\(text)'",
        suggestion: Self.otherwiseWritten(text, isWhole: true))
    }
    return nil
  }

  /// A real number of a range.
  package mutating func number(of value: YAMLValue, as what: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(of: value, as: what) else { return nil }
    guard let number = Self.number(text) else {
      report(
        .wrongType, at: value.position, "\(what) is a number, not '\(text)'",
        suggestion: Self.otherwiseWritten(text, isWhole: false))
      return nil
    }
    guard range.contains(number) else {
      report(
        .outOfRange, at: value.position,
        "\(what) is from \(OptionText.number(range.lowerBound)) to \(OptionText.number(range.upperBound)), not \(text)")
      return nil
    }
    return number
  }

  /// Reads a finite decimal number such as `0.5`, `-3` or `1e-3`.
  package static func number(_ text: some StringProtocol) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Reads a range such as `0.94..0.97`.
  package static func range(_ text: some StringProtocol) -> ClosedRange<Double>? {
    guard let dots = text.firstRange(of: ".."), let low = number(text[..<dots.lowerBound].trimmed),
      let high = number(text[dots.upperBound...].trimmed), low <= high
    else { return nil }
    return low...high
  }

  package mutating func range(of value: YAMLValue, as what: String) -> ClosedRange<Double>? {
    if case .sequence(let items) = value.kind, items.count == 2, let low = items[0].plainText,
      let high = items[1].plainText
    {
      report(
        .wrongType, at: value.position, "\(what) is a range such as 0.94..0.97, not a list",
        suggestion: Self.range("\(low)..\(high)").map { _ in "write '\(low)..\(high)'" })
      return nil
    }
    guard let text = text(of: value, as: what) else { return nil }
    if let range = Self.range(text) { return range }
    report(.wrongType, at: value.position, "\(what) is a range such as 0.94..0.97, not '\(text)'")
    return nil
  }

  /// One of a set of words.
  package mutating func word(of value: YAMLValue, as what: String, among words: [String]) -> String? {
    guard let word = text(of: value, as: what) else { return nil }
    if words.contains(word) { return word }
    report(
      .unknownName, at: value.position, "\(what) is \(Spelling.list(words, conjunction: "or")), not '\(word)'",
      suggestion: Spelling.meant(by: word, among: words))
    return nil
  }

  /// A name with options of its own: `adam` or `adam: {learning_rate: 0.001}`.
  package mutating func variant(
    _ value: YAMLValue, of what: String, among names: [String], known: (String) -> String?
  ) -> (name: String, options: YAMLValue)? {
    if value.isUnreadable { return nil }
    let name: String
    let place: SourcePosition
    let options: YAMLValue
    switch value.kind {
    case .scalar:
      guard let text = text(of: value, as: what) else { return nil }
      (name, place, options) = (text, value.position, YAMLValue(.mapping([]), at: value.position))
    case .mapping(let entries) where entries.count == 1:
      (name, place, options) = (entries[0].key, entries[0].keyPosition, entries[0].value)
    default:
      report(
        .wrongType, at: value.position, "\(what) is one name with its options, such as \(names[0]): {…}")
      return nil
    }
    guard names.contains(name) else {
      report(
        .unknownName, at: place, "there is no \(what) '\(name)'",
        suggestion: known(name.lowercased()).map { Suggestion(meaning: $0, by: name) }
          ?? Spelling.suggestion(for: name, among: names))
      return nil
    }
    return (name, options)
  }
}

extension YAMLValue {
  /// A scalar as it is written.
  fileprivate var plainText: String? {
    if case .scalar(let text, _) = kind { text } else { nil }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

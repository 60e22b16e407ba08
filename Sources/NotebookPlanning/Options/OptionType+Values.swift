package import NotebookSyntax

extension OptionType where Value == String {
  /// One value as it is.
  ///
  /// - Parameters:
  ///   - form: What it is, in words.
  ///   - examples: Two of them.
  /// - Returns: The type.
  package static func text(_ form: String = "a text", examples: [String] = ["One", "Another"]) -> OptionType<String> {
    OptionType(form: .text(form), examples: examples, phrase: { $0 }) { $2.text(of: $0, as: $1) }
  }
}

extension OptionType where Value == Int {
  /// A whole number of a range.
  package static func integer(_ range: ClosedRange<Int>, unit: String? = nil) -> OptionType<Int> {
    let first = min(max(range.lowerBound, 2), range.upperBound - 1)
    return OptionType(
      form: .integer(range, unit: unit), examples: ["\(first)", "\(first + 1)"], phrase: { "\($0)" }
    ) { $2.integer(of: $0, as: $1, in: range) }
  }
}

extension OptionType where Value == Double {
  /// A real number of a range.
  package static func number(_ range: ClosedRange<Double>, unit: String? = nil) -> OptionType<Double> {
    let first = min(max(range.lowerBound, 0.25), range.upperBound)
    let second = max(range.lowerBound, min(2 * first, range.upperBound))
    let examples = [first, second == first ? first / 2 : second].map(OptionText.number)
    return OptionType(form: .number(range, unit: unit), examples: examples, phrase: OptionText.number) {
      $2.number(of: $0, as: $1, in: range)
    }
  }
}

extension OptionType where Value == Bool {
  /// `true` or `false`.
  package static var truth: OptionType<Bool> {
    let words = ["true", "false"]
    return OptionType(form: .words(words), examples: words, phrase: { "\($0)" }) { value, what, reader in
      reader.word(of: value, as: what, among: words).map { $0 == "true" }
    }
  }
}

extension OptionType where Value == ClosedRange<Double> {
  /// Two numbers and all between them.
  package static var range: OptionType<ClosedRange<Double>> {
    OptionType(
      form: .pattern("a range such as 0.9..1", #"^.+\.\..+$"#), examples: ["0..9", "-1..8.5"],
      phrase: { "\(OptionText.number($0.lowerBound))..\(OptionText.number($0.upperBound))" }
    ) { $2.range(of: $0, as: $1) }
  }
}

extension OptionType where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a set of words.
  package static func word(of words: [Value] = Array(Value.allCases)) -> OptionType<Value> {
    let names = words.map(\.rawValue)
    return OptionType(form: .words(names), examples: names, phrase: { $0.rawValue }) { value, what, reader in
      reader.word(of: value, as: what, among: names).flatMap { Value(rawValue: $0) }
    }
  }
}

extension OptionType where Value == YAMLValue {
  /// Anything, to be understood later; nothing that is kept depends on it.
  package static func written(_ form: OptionForm, examples: [String]) -> OptionType<YAMLValue> {
    OptionType(form: { form }, examples: examples, contribute: { _, _, _ in }) { value, _, _ in value }
  }
}

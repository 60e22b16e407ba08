/// What an option takes, as a value that help, manual and schema are made from.
package indirect enum OptionForm: Sendable {
  /// One value, in words: `a text`, `the name of a model`.
  case text(String)
  /// The name of something that is said or made elsewhere, in words.
  case name(NamedThing, String)
  case integer(ClosedRange<Int>, unit: String?)
  case number(ClosedRange<Double>, unit: String?)
  case words([String])
  /// One value of the form that a regular expression says.
  case pattern(String, String)
  /// A list; where one item alone may stand for a list of one, it says so.
  case list(OptionForm, orOne: Bool)
  /// So many of a kind, no more and no fewer.
  case tuple([OptionForm])
  case group(OptionTopic)
  /// One of some kinds of a sort, alone or with options of its own.
  case kind(String, [OptionTopic])
  case either([OptionForm])
  /// Names, each with a value: those of some things, or of the notebook's own choosing.
  case mapping(of: NamedThing?)

  /// In words, as they stand after "takes".
  package var phrase: String {
    switch self {
    case .text(let words), .name(_, let words), .pattern(let words, _): words
    case .integer(let range, let unit): "a whole number" + unit.suffix + Self.bounds(range)
    case .number(let range, let unit): "a number" + unit.suffix + Self.bounds(range)
    case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ", last: " or ")
    case .list(let form, _): "a list, each item \(form.phrase)"
    case .tuple(let forms): "[\(forms.map(\.phrase).joined(separator: ", "))]"
    case .group(let topic): topic.options.map { "`\($0.name)`" }.joined(separator: ", ", last: " and ").inMapping
    case .kind(_, let kinds): kinds.map { "`\($0.name)`" }.joined(separator: ", ", last: " or ") + ", with its options"
    case .either(let forms): forms.map(\.phrase).joined(separator: ", or ")
    case .mapping: "names with their values"
    }
  }

  /// The groups and kinds that this leads to at once.
  package var topics: [OptionTopic] {
    switch self {
    case .text, .name, .integer, .number, .words, .pattern, .mapping: []
    case .list(let form, _): form.topics
    case .tuple(let forms), .either(let forms): forms.flatMap(\.topics)
    case .group(let topic): [topic]
    case .kind(_, let kinds): kinds
    }
  }

  private static func bounds(_ range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (let low, Int(Int32.max)...): " from \(low) on"
    case (let low, let high): " from \(low) to \(high)"
    }
  }

  private static func bounds(_ range: ClosedRange<Double>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (...(-1e100), 1e100...): ""
    case (let low, 1e100...): " from \(OptionText.number(low)) on"
    case (let low, let high): " from \(OptionText.number(low)) to \(OptionText.number(high))"
    }
  }
}

/// How values are written in notebooks.
package enum OptionText {
  /// The shortest decimal that reads as this number: `0.001`, `1e-8`, `3`.
  package static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
    return "\(value)".replacing("e-0", with: "e-").replacing("e+", with: "e")
  }
}

extension Optional<String> {
  /// A unit after a number.
  fileprivate var suffix: String { map { " of \($0)" } ?? "" }
}

extension String {
  fileprivate var inMapping: String { "a mapping with \(self)" }
}

extension [String] {
  /// The words joined as in a sentence.
  package func joined(separator: String, last: String) -> String {
    guard let end = self.last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: separator) + last + end
  }
}

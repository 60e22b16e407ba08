package import NotebookSyntax

/// What another value of an option can move.
package enum OptionEffect: Sendable, Hashable {
  /// The result: the option is in the cache key.
  case result
  /// How long work goes on: the number of steps is in the key in its place, and longer work goes on from shorter.
  case length
  /// Nothing that is kept: a label, a caption, or what the values of other options already say.
  case nothing
  /// Nothing of the cell, but whether there is another one behind it, and which.
  case cellBehind
}

/// An option as declared, whatever the type of its value: all that reading, help, schema, manual and cache keys know of it.
package protocol OptionDeclaration: Sendable {
  var name: String { get }
  /// What it is called elsewhere; whoever writes that is told the name.
  var alsoKnownAs: [String] { get }
  /// What it is, in a sentence.
  var summary: String { get }
  var effect: OptionEffect { get }
  var isRequired: Bool { get }
  /// What to write where a required one is missing.
  var suggestion: String? { get }
  /// What holds where it is left out, in words or as a notebook writes it.
  var otherwise: String? { get }
  /// The default as a notebook writes it, if it is always the same.
  var standard: String? { get }
  var examples: OptionExamples { get }
  var form: OptionForm { get }

  /// The value as written, or what stands for it where nothing or nothing right is written.
  func decode(_ written: YAMLValue?, _ reader: inout OptionReader) -> any Sendable
  /// Adds what a decoded value depends on.
  func contribute(_ value: any Sendable, _ dependencies: inout CellDependencies)
}

/// An option declared once, as a static member of the directive or kind that it belongs to; without a default its value is optional.
package struct DeclaredOption<Value: Sendable>: OptionDeclaration {
  package let name: String
  package let alsoKnownAs: [String]
  package let summary: String
  package let effect: OptionEffect
  package let isRequired: Bool
  package let suggestion: String?
  package let otherwise: String?
  package let standard: String?
  package let examples: OptionExamples
  /// The value where nothing right is written.
  package let fallback: Value
  private let type: OptionType<Value>

  /// An option with a default.
  ///
  /// - Parameters:
  ///   - name: Its key.
  ///   - type: What is read under it.
  ///   - standard: The default.
  ///   - summary: What it is, in a sentence.
  ///   - effect: What another value can move.
  ///   - examples: Other values than those of the type.
  ///   - others: What it is called elsewhere, in small letters.
  package init(
    _ name: String, _ type: OptionType<Value>, default standard: Value, _ summary: String,
    moves effect: OptionEffect = .result, examples: OptionExamples? = nil, alsoKnownAs others: [String] = []
  ) {
    self.name = name
    alsoKnownAs = others
    self.summary = summary
    self.effect = effect
    self.type = type
    self.standard = type.text(standard)
    otherwise = type.text(standard)
    isRequired = false
    suggestion = nil
    fallback = standard
    self.examples = examples ?? OptionExamples(type.examples)
  }

  /// An option without a default.
  ///
  /// - Parameters:
  ///   - name: Its key.
  ///   - type: What is read under it.
  ///   - summary: What it is, in a sentence.
  ///   - isRequired: Whether it has to be there.
  ///   - suggestion: What to write where it is required and missing.
  ///   - otherwise: What holds when it is left out, in words.
  ///   - effect: What another value can move.
  ///   - examples: Other values than those of the type.
  ///   - others: What it is called elsewhere, in small letters.
  package init<Wrapped: Sendable>(
    _ name: String, _ type: OptionType<Wrapped>, _ summary: String, isRequired: Bool = false,
    suggestion: String? = nil, otherwise: String? = nil, moves effect: OptionEffect = .result,
    examples: OptionExamples? = nil, alsoKnownAs others: [String] = []
  ) where Value == Wrapped? {
    self.name = name
    alsoKnownAs = others
    self.summary = summary
    self.effect = effect
    self.type = type.optional
    standard = nil
    self.otherwise = otherwise
    self.isRequired = isRequired
    self.suggestion = suggestion
    fallback = nil
    self.examples = examples ?? OptionExamples(type.examples)
  }

  package var form: OptionForm { type.form() }

  package func decode(_ written: YAMLValue?, _ reader: inout OptionReader) -> any Sendable {
    let value =
      if let written { type.read(written, "'\(name)'", &reader) } else { type.implied?(name, &reader) }
    return OptionBox(value: value ?? fallback)
  }

  package func contribute(_ value: any Sendable, _ dependencies: inout CellDependencies) {
    guard let value = value as? OptionBox<Value> else { return }
    type.contribute(value.value, name, &dependencies)
  }
}

/// Values of an option in small right notebooks, for help and for a test that gives each option another value.
package struct OptionExamples: Sendable {
  /// A value with what it needs around it.
  package struct Case: Sendable {
    package let value: String
    /// What stands beside it, in place of what the example of the group says.
    package let beside: [ExampleOption]
    /// What of the example of the group it cannot stand beside.
    package let without: [String]
    /// What stands in its cell in place of what the example of the directive says.
    package let inCell: [ExampleOption]

    package init(
      _ value: String, beside: [ExampleOption] = [], without: [String] = [], inCell: [ExampleOption] = []
    ) {
      self.value = value
      self.beside = beside
      self.without = without
      self.inCell = inCell
    }
  }

  /// Two with different meanings, or one that differs from none.
  package let cases: [Case]
  /// Which of the directive's small cells they stand in, from 0.
  package let cell: Int
  package var values: [String] { cases.map(\.value) }

  package init(_ cases: [Case], cell: Int = 0) {
    self.cases = cases
    self.cell = cell
  }

  package init(
    _ values: [String], beside: [ExampleOption] = [], without: [String] = [], inCell: [ExampleOption] = []
  ) {
    cell = 0
    cases = values.map { Case($0, beside: beside, without: without, inCell: inCell) }
  }
}

/// A line `name: value` of an example.
package struct ExampleOption: Sendable, Hashable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

package import NotebookSyntax

/// Options that belong together under one key, and what they come to.
package protocol NestedOptions<Made>: SendableMetatype {
  associatedtype Made: Sendable

  /// What messages call whoever has these options.
  static var owner: String { get }
  static var summary: String { get }
  static var options: [any OptionDeclaration] { get }
  /// Whether every step of work with it depends on how many there are in all, as with a learning rate that falls towards the end.
  static var dependsOnLength: Bool { get }
  /// The options of a small right one.
  static var example: [ExampleOption] { get }

  /// Reports what can be told wrong whatever else is wrong with the options.
  static func check(_ values: inout OptionValues)

  /// What the options come to, once each of them is right; what does not fit together is reported.
  static func make(_ values: inout OptionValues) -> Made?
}

extension NestedOptions {
  package static var dependsOnLength: Bool { false }
  package static func check(_ values: inout OptionValues) {}

  /// The required options, each with its first example.
  package static var example: [ExampleOption] {
    options.filter(\.isRequired).compactMap { option in
      option.examples.values.first.map { ExampleOption(option.name, $0) }
    }
  }
}

/// How a kind of layer, optimizer, initial value … is spelt in a notebook: one file, and one line in its registry.
package protocol KindSpelling<Made>: NestedOptions {
  static var keyword: String { get }
  /// What it is called elsewhere; whoever writes that is told the keyword.
  static var alsoKnownAs: [String] { get }
}

extension KindSpelling {
  package static var alsoKnownAs: [String] { [] }
  package static var owner: String { "'\(keyword)'" }
}

/// What nested options came to, with what they depend on.
package struct NestedValue<Made: Sendable>: Sendable {
  package let made: Made
  /// The kind's name; nil where there are no kinds.
  package let keyword: String?
  package let position: SourcePosition
  /// Where each option is written.
  package let places: [String: SourcePosition]
  let dependencies: CellDependencies

  init<Group: NestedOptions>(_ made: Made, of group: Group.Type, from values: OptionValues, at position: SourcePosition)
  {
    self.made = made
    keyword = (group as? any KindSpelling.Type)?.keyword
    self.position = position
    places = values.places
    var dependencies = values.dependencies
    dependencies.dependsOnLength = dependencies.dependsOnLength || group.dependsOnLength
    self.dependencies = dependencies
  }

  /// A kind by its name alone, for a default.
  package init<Kind: KindSpelling>(_ kind: Kind.Type) where Kind.Made == Made {
    let nowhere = SourcePosition(line: 1)
    var values = OptionValues(
      decoding: [], by: kind.options, owner: kind.owner, position: nowhere, scope: .empty)
    guard let made = kind.make(&values), !values.hasErrors else {
      preconditionFailure("a kind that is a default is complete by its name alone")
    }
    self.init(made, of: kind, from: values, at: nowhere)
  }
}

/// The kinds that there are of something: layers, optimizers, initial values.
package struct KindRegistry<Made: Sendable>: Sendable {
  /// What a kind is one of, as messages name it: `layer`.
  package let sort: String
  package let kinds: [any KindSpelling<Made>.Type]

  package init(_ sort: String, _ kinds: [any KindSpelling<Made>.Type]) {
    self.sort = sort
    self.kinds = kinds
  }

  package var keywords: [String] { kinds.map { $0.keyword } }
  package var topics: [OptionTopic] { kinds.map { OptionTopic($0, name: $0.keyword, sort: sort) } }

  /// One of the kinds: its name, or its name with options of its own.
  package var type: OptionType<NestedValue<Made>> { type(isFlat: false) }

  /// One of the kinds.
  ///
  /// - Parameter isFlat: Whether reasons name its options by their own names alone, without that of the option.
  /// - Returns: The type of an option that takes a kind.
  package func type(isFlat: Bool) -> OptionType<NestedValue<Made>> {
    OptionType(
      form: { .kind(sort, topics) },
      examples: topics.map { $0.text(with: $0.example) },
      text: { $0.keyword },
      contribute: { value, name, dependencies in
        dependencies.settings.append(CellDependencies.Setting(name, value.keyword ?? ""))
        dependencies.add(value.dependencies) { isFlat ? $0 : "\(name) \($0)" }
      },
      read: { value, _, reader in read(value, &reader) })
  }

  private func read(_ value: YAMLValue, _ reader: inout OptionReader) -> NestedValue<Made>? {
    guard
      let (name, written) = reader.variant(
        value, of: sort, among: keywords, known: { word in kinds.first { $0.alsoKnownAs.contains(word) }?.keyword }),
      let kind = kinds.first(where: { $0.keyword == name })
    else { return nil }
    return reader.nested(written, as: kind, at: value.position)
  }
}

extension OptionType {
  /// A mapping of options.
  package static func group<Group: NestedOptions>(
    _ group: Group.Type, named name: String
  ) -> OptionType<NestedValue<Group.Made>> where Value == NestedValue<Group.Made> {
    let topic = OptionTopic(group, name: name, sort: OptionTopic.groupSort)
    return OptionType<NestedValue<Group.Made>>(
      form: { .group(topic) },
      examples: [topic.text(with: topic.example), topic.text(with: topic.example.dropLast())],
      contribute: { value, name, dependencies in
        dependencies.add(value.dependencies) { "\(name) \($0)" }
      },
      read: { value, _, reader in reader.nested(value, as: group, named: name) })
  }
}

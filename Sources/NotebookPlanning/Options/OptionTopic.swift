/// What help, manual and schema say about a directive, a kind or a group of options.
package struct OptionTopic: Sendable {
  /// The name that it is asked for by: `train`, `lstm`, `augment`.
  package let name: String
  /// What sort of thing it is: `directive`, `layer`, `options`.
  package let sort: String
  package let summary: String
  package let options: [any OptionDeclaration]
  /// The options of a small right one.
  package let example: [ExampleOption]

  package init(
    name: String, sort: String, summary: String, options: [any OptionDeclaration], example: [ExampleOption]
  ) {
    self.name = name
    self.sort = sort
    self.summary = summary
    self.options = options
    self.example = example
  }

  /// What is said about a group of options.
  init(_ group: any NestedOptions.Type, name: String, sort: String) {
    self.init(name: name, sort: sort, summary: group.summary, options: group.options, example: group.example)
  }

  /// One with these options, as an option that takes it has it: `{lstm: {units: 3}}`, or `{rotation: 10}` where it is no kind.
  package func text(with options: [ExampleOption]) -> String {
    let mapping = "{\(options.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}"
    if sort == OptionTopic.groupSort { return mapping }
    return options.isEmpty ? name : "{\(name): \(mapping)}"
  }

  /// Whether it is no kind, and has no name of its own in a notebook.
  var isGroup: Bool { sort == OptionTopic.groupSort }

  /// What a directive is called.
  package static let directiveSort = "directive"

  /// What a group of options is called that is no kind.
  static let groupSort = "options"

  /// This and every group and kind that it leads to, each once.
  package var withDescendants: [OptionTopic] {
    var all = [self]
    var index = 0
    while index < all.count {
      for topic in all[index].options.flatMap({ $0.form.topics }) where !all.contains(where: { $0.name == topic.name })
      {
        all.append(topic)
      }
      index += 1
    }
    return all
  }
}

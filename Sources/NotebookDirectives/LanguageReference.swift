package import NotebookPlanning

/// Everything that help, manual and schema say about the language, from the declarations.
package enum LanguageReference {
  /// Front matter and directives.
  package static var roots: [OptionTopic] {
    [FrontMatter.topic] + DirectiveRegistry.directives.map { $0.topic }
  }

  /// These and every group and kind that they lead to, each once.
  package static var topics: [OptionTopic] {
    roots.flatMap(\.withDescendants).reduce(into: []) { topics, topic in
      if !topics.contains(where: { $0.name == topic.name }) { topics.append(topic) }
    }
  }

  /// The kinds of a sort: of `layer`, `optimizer` or `initial value`.
  package static func kinds(of sort: String) -> [OptionTopic] { topics.filter { $0.sort == sort } }
}

import NotebookPlanning

/// Every kind of data that `{load}` knows.
package enum DataSourceRegistry {
  static let kinds: [any DataSourceKind.Type] = [
    GeneratedDigitsKind.self,
    KnownImagesKind.self,
    ImageFolderKind.self,
    GeneratedSentencesKind.self,
    KnownTextKind.self,
    TextFileKind.self,
    TableKind.self,
    GeneratedTasksKind.self,
  ]

  /// The options of all kinds, each once.
  static var options: [any OptionDeclaration] {
    kinds.flatMap { $0.options }.reduce(into: []) { options, option in
      if !options.contains(where: { $0.name == option.name }) { options.append(option) }
    }
  }

  /// The keys that say where data come from.
  static var keys: [String] {
    kinds.reduce(into: []) { keys, kind in if !keys.contains(kind.key) { keys.append(kind.key) } }
  }

  /// The names that `dataset` may say.
  package static var names: [String] { kinds.flatMap { $0.names ?? [] } }

  /// The kind that a key and what it says ask for.
  static func kind(_ key: String, _ name: String) -> (any DataSourceKind.Type)? {
    kinds.first { $0.key == key && $0.names?.contains(name) != false }
  }
}

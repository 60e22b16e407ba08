import NotebookPlanning

extension OptionType where Value == String {
  /// The path of a file or folder, of which nothing but the contents matters.
  ///
  /// - Parameters:
  ///   - what: What it is, as it stands after "the path of".
  ///   - examples: Two of them.
  /// - Returns: The type.
  static func path(of what: String, examples: [String]) -> OptionType<String> {
    OptionType(
      form: { .text("the path of \(what)") }, examples: examples, text: { $0 }, contribute: { _, _, _ in },
      read: { $2.text(of: $0, as: $1) })
  }
}

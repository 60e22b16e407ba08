import NotebookSyntax

/// The lists of keys in the manual, as CommonMark.
package enum OptionList {
  /// A line an option.
  package static func keys(of options: [any OptionDeclaration], indent: String = "") -> String {
    options.map { "\(indent)- \(line($0))\n" }.joined()
  }

  /// The kinds of a sort, each with its options below it.
  package static func kinds(_ topics: [OptionTopic]) -> String {
    topics.map { "- `\($0.name)`: \($0.summary)\n" + keys(of: $0.options, indent: "  ") }.joined()
  }

  private static func line(_ option: any OptionDeclaration) -> String {
    let needed = option.isRequired ? "Has to be there: " : ""
    let phrase = needed + option.form.phrase
    let otherwise = option.otherwise.map { "; otherwise \(option.standard == nil ? $0 : "`\($0)`")" } ?? ""
    return "`\(option.name)`: \(option.summary) \(phrase.capitalizedFirst)\(otherwise)."
  }
}

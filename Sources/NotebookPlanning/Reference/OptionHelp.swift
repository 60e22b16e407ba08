import NotebookSyntax

/// What a terminal shows about a directive, a kind or a group of options.
package enum OptionHelp {
  private static let width = 96

  /// The keys of a topic, each with what it takes, what holds otherwise, and what it is.
  package static func text(_ topic: OptionTopic) -> String {
    let head = topic.sort == OptionTopic.directiveSort ? "{\(topic.name)}" : "\(topic.name) (\(topic.sort))"
    var lines = [head] + wrapped(topic.summary, indent: 2) + [""]
    let margin = (topic.options.map(\.name.count).max() ?? 0) + 4
    for option in topic.options {
      let needed = option.isRequired ? "has to be there; " : ""
      let otherwise = option.otherwise.map { "; otherwise \($0)" } ?? ""
      let body = wrapped("\(needed)\(option.form.phrase)\(otherwise)", indent: margin)
      lines.append("  " + option.name + (body.first ?? "").dropFirst(2 + option.name.count))
      lines += body.dropFirst() + wrapped(option.summary, indent: margin)
    }
    if topic.options.isEmpty { lines.append("  It has no options.") }
    let others = topic.withDescendants.dropFirst().map(\.name)
    if !others.isEmpty {
      lines += [""] + wrapped("See also: nbrun help \(others.joined(separator: ", ", last: " or "))", indent: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is said where there is no topic of a name.
  package static func absence(of name: String, among names: [String]) -> String {
    let suggestion = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    return "there is no help on '\(name)'; " + (suggestion ?? "there is \(Spelling.list(names.sorted()))")
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.replacing("`", with: "'").split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [margin + line]
  }
}

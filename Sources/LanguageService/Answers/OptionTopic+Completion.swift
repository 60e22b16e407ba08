import NotebookPlanning

extension OptionForm {
  /// The words that it takes, or what it gives as examples of its form, such as `every 20 steps`.
  var words: [String] {
    switch self {
    case .words(let words): words
    case .pattern(let phrase, _): phrase.split(separator: "`", omittingEmptySubsequences: false).odd
    default: []
    }
  }

  /// What it takes, as far as it has room in a list.
  var shortPhrase: String {
    let phrase = phrase.replacing("`", with: "")
    return phrase.count <= 60 ? phrase : phrase.prefix(59) + "…"
  }
}

extension OptionDeclaration {
  /// What it is, and what holds without it, as CommonMark.
  var sentence: String {
    let needed = isRequired ? "\n\nHas to be there." : ""
    let otherwise = otherwise.map { "\n\nOtherwise: \(standard == nil ? $0 : "`\($0)`")." } ?? ""
    return summary + needed + otherwise
  }
}

extension OptionTopic {
  /// How a kind is written.
  enum Writing {
    /// As a key, with what follows a key.
    case key(String)
    case value
  }

  /// A kind, with room for the first option that it needs.
  func completion(as writing: Writing) -> Completion {
    var completion = Completion(name, .kind, detail: sort, summary: summary)
    let needed = options.first(where: \.isRequired)
    switch writing {
    case .key(""): break
    case .key(let separator):
      if let needed {
        completion.divided = .init(before: "\(name)\(separator){\(needed.name): ", after: "}")
      }
    case .value:
      if let needed { completion.divided = .init(before: "{\(name): {\(needed.name): ", after: "}}") }
    }
    return completion
  }
}

extension OptionSlot {
  /// Whether keys are names of parameters.
  var takesParameters: Bool {
    alternatives.contains { if case .mapping(of: .parameter) = $0 { true } else { false } }
  }
}

extension [Substring] {
  /// Every other one, which stand between marks.
  fileprivate var odd: [String] { indices.filter { $0 % 2 == 1 }.map { String(self[$0]) } }
}

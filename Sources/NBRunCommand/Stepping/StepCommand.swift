import NotebookSyntax

/// What can be typed at the prompt of `--step`.
enum StepCommand: Equatable {
  case next(Int)
  case steps(Int)
  case back(Int)
  case undo
  case again
  case go(String)
  case until(String)
  case proceed
  case place
  case cells
  /// A cell, a series or an example with what is to be seen of it; what is at hand where nothing is said.
  case print([String])
  case changes
  case set(OptionEdit)
  case drop
  case keep
  case reread
  case writePage
  case openPage
  case help
  case quit

  /// Reads a line; the failure is a phrase for the user.
  static func read(_ line: String) -> Result<StepCommand, StepMistake> {
    let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = parts.first else { return .success(.next(1)) }
    let words = Array(parts.dropFirst())
    guard let form = form(of: word) else {
      let nearest = Spelling.nearest(to: word, among: forms.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
      return .failure(StepMistake("there is no command '\(word)'\(nearest) ('help' lists them)"))
    }
    guard form.takes.admit(words), let command = form.command(words) else {
      return .failure(StepMistake("'\(word)' takes \(form.takes.phrase)"))
    }
    return .success(command)
  }

  /// The command of a word: its short form, its name, or the beginning of one name alone.
  private static func form(of word: String) -> Form? {
    if let exact = forms.first(where: { ([$0.short, $0.name] + $0.alsoKnownAs).contains(word) }) { return exact }
    let beginning = forms.filter { $0.name.hasPrefix(word) }
    return beginning.count == 1 ? beginning[0] : nil
  }
}

/// Why a line could not be understood.
struct StepMistake: Error, Equatable {
  let phrase: String

  init(_ phrase: String) {
    self.phrase = phrase
  }
}

extension StepCommand {
  /// Whether the run may stand elsewhere afterwards.
  var moves: Bool {
    switch self {
    case .next, .steps, .back, .undo, .again, .go, .until, .proceed, .set, .drop, .keep, .reread: true
    case .place, .cells, .print, .changes, .writePage, .openPage, .help, .quit: false
    }
  }

  /// Whether the file itself was written or read, which no way back leads behind.
  var settles: Bool {
    switch self {
    case .keep, .reread: true
    default: false
    }
  }

  /// Whether the page may show less afterwards, although no cell has run.
  var turnsBack: Bool {
    switch self {
    case .back, .undo, .go, .set, .drop, .keep, .reread: true
    default: false
    }
  }
}

import NotebookSyntax

/// What can be typed at the prompt of `--step`.
enum StepCommand: Equatable {
  case next
  case proceed
  case print(String?)
  case writePage
  case help
  case quit

  private static let words: [(name: String, short: String)] = [
    ("next", "n"), ("continue", "c"), ("print", "p"), ("write", "h"), ("help", "?"), ("quit", "q"),
  ]

  /// Reads a line; the failure is a phrase for the user.
  static func read(_ line: String) -> Result<StepCommand, StepMistake> {
    let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = parts.first else { return .success(.next) }
    guard parts.count <= (isPrint(word) ? 2 : 1) else {
      return .failure(StepMistake("'\(word)' takes \(isPrint(word) ? "one label" : "nothing after it")"))
    }
    switch Self.words.first(where: { $0.short == word || $0.name == word })?.name {
    case "next": return .success(.next)
    case "continue": return .success(.proceed)
    case "print": return .success(.print(parts.dropFirst().first))
    case "write": return .success(.writePage)
    case "help": return .success(.help)
    case "quit": return .success(.quit)
    default:
      let nearest = Spelling.nearest(to: word, among: Self.words.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
      return .failure(StepMistake("there is no command '\(word)'\(nearest) (help lists them)"))
    }
  }

  private static func isPrint(_ word: String) -> Bool { word == "p" || word == "print" }

  static let helpText = """
    n, Enter    run the next cell
    c           run all that is left
    p [LABEL]   print what the last cell, or a cell by its label, shows
    h           write the page so far
    q           quit; the page so far is written
    help        this list

    """
}

/// Why a line could not be understood.
struct StepMistake: Error, Equatable {
  let phrase: String

  init(_ phrase: String) {
    self.phrase = phrase
  }
}

import Foundation
import NotebookSyntax

/// What can be typed at the prompt of `--step`.
enum StepCommand: Equatable {
  case next
  case steps(Int)
  case back
  case again
  case go(String)
  case until(String)
  case proceed
  case print(String?)
  case changes
  case set(OptionEdit)
  case drop
  case keep
  case reread
  case writePage
  case openPage
  case help
  case quit

  /// How a command is typed and what it takes.
  struct Form: Sendable {
    let short: String
    let name: String
    let takes: Words
    let summary: String
    let command: @Sendable ([String]) -> StepCommand?

    enum Words: Equatable {
      case nothing
      case count
      case label
      case labelOrNothing
      case keyAndValue

      var sign: String {
        switch self {
        case .nothing: ""
        case .count: " N"
        case .label: " LABEL"
        case .labelOrNothing: " [LABEL]"
        case .keyAndValue: " KEY VALUE"
        }
      }

      var phrase: String {
        switch self {
        case .nothing: "nothing after it"
        case .count: "a number of steps"
        case .label: "one label"
        case .labelOrNothing: "one label or nothing"
        case .keyAndValue: "a key and a value"
        }
      }
    }
  }

  static let forms: [Form] = [
    Form(
      short: "n", name: "next", takes: .nothing, summary: "run the next cell, or the rest of this one; so does Enter"
    ) { _ in .next },
    Form(short: "s", name: "steps", takes: .count, summary: "take N training steps (one without N) and stop") { words in
      words.isEmpty ? .steps(1) : Int(words[0].replacing(",", with: "")).flatMap { $0 > 0 ? .steps($0) : nil }
    },
    Form(short: "b", name: "back", takes: .nothing, summary: "back to the stop before") { _ in .back },
    Form(short: "r", name: "run", takes: .nothing, summary: "run the last cell again, from its beginning") { _ in .again
    },
    Form(short: "g", name: "go", takes: .label, summary: "go to a cell, forward or back") { .go($0[0]) },
    Form(short: "u", name: "until", takes: .label, summary: "run until a cell, a step (300) or an accuracy (0.9)") {
      .until($0[0])
    },
    Form(short: "c", name: "continue", takes: .nothing, summary: "run all that is left") { _ in .proceed },
    Form(
      short: "p", name: "print", takes: .labelOrNothing,
      summary: "print a cell, a data set, a model, a series (fit.loss)"
    ) { .print($0.first) },
    Form(short: "d", name: "differences", takes: .nothing, summary: "what changed since the last stop") { _ in .changes
    },
    Form(
      short: "set", name: "set", takes: .keyAndValue, summary: "try another value in this cell: set learning_rate 0.01"
    ) { words in
      .set(OptionEdit(words[0], value: words.dropFirst().joined(separator: " ")))
    },
    Form(short: "drop", name: "drop", takes: .nothing, summary: "leave what was tried") { _ in .drop },
    Form(short: "keep", name: "keep", takes: .nothing, summary: "write what was tried into the notebook") { _ in .keep
    },
    Form(
      short: "e", name: "edited", takes: .nothing, summary: "read the file again, back to the first cell that changed"
    ) { _ in .reread },
    Form(short: "h", name: "html", takes: .nothing, summary: "write the page so far and say where") { _ in .writePage },
    Form(short: "o", name: "open", takes: .nothing, summary: "open the page in the browser") { _ in .openPage },
    Form(short: "?", name: "help", takes: .nothing, summary: "this list") { _ in .help },
    Form(short: "q", name: "quit", takes: .nothing, summary: "quit; what has been done is kept") { _ in .quit },
  ]

  /// Reads a line; the failure is a phrase for the user.
  static func read(_ line: String) -> Result<StepCommand, StepMistake> {
    let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = parts.first else { return .success(.next) }
    let words = Array(parts.dropFirst())
    guard let form = form(of: word) else {
      let nearest = Spelling.nearest(to: word, among: forms.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
      return .failure(StepMistake("there is no command '\(word)'\(nearest) ('help' lists them)"))
    }
    let fits =
      switch form.takes {
      case .nothing: words.isEmpty
      case .count, .labelOrNothing: words.count <= 1
      case .label: words.count == 1
      case .keyAndValue: words.count >= 2
      }
    guard fits, let command = form.command(words) else {
      return .failure(StepMistake("'\(word)' takes \(form.takes.phrase)"))
    }
    return .success(command)
  }

  /// The command of a word: its short form, its name, or the beginning of one name alone.
  private static func form(of word: String) -> Form? {
    if let exact = forms.first(where: { $0.short == word || $0.name == word }) { return exact }
    let beginning = forms.filter { $0.name.hasPrefix(word) }
    return beginning.count == 1 ? beginning[0] : nil
  }

  static var helpText: ConsoleText {
    let rows = forms.map { form -> ConsoleText in
      let typed =
        form.short == form.name ? form.name + form.takes.sign : "\(form.short), \(form.name)\(form.takes.sign)"
      return "  \(typed.padding(toLength: 22, withPad: " ", startingAt: 0))\(form.summary)"
    }
    return rows.asLines + "A label may be shortened to its beginning.\n"
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
    case .next, .steps, .back, .again, .go, .until, .proceed, .set, .drop, .keep, .reread: true
    case .print, .changes, .writePage, .openPage, .help, .quit: false
    }
  }

  /// Whether the page may show less afterwards, although no cell has run.
  var turnsBack: Bool {
    switch self {
    case .back, .go, .set, .drop, .keep, .reread: true
    default: false
    }
  }
}

import Foundation
import NotebookSyntax

extension StepCommand {
  /// How a command is typed and what it takes.
  struct Form: Sendable {
    let short: String
    let name: String
    /// What it is called elsewhere.
    var alsoKnownAs: [String] = []
    var takes = Words.nothing
    let summary: String
    let command: @Sendable ([String]) -> StepCommand?

    enum Words: Equatable {
      case nothing
      case count(of: String)
      case label
      case thingOrNothing
      case condition
      case keyAndValue

      var sign: String {
        switch self {
        case .nothing: ""
        case .count: " [N]"
        case .label: " LABEL"
        case .thingOrNothing: " [WHAT]"
        case .condition: " WHAT"
        case .keyAndValue: " KEY VALUE"
        }
      }

      var phrase: String {
        switch self {
        case .nothing: "nothing after it"
        case .count(let counted): "a number of \(counted)"
        case .label: "one label"
        case .thingOrNothing: "a label, a series such as fit.loss, an example such as 3 or wrong, or nothing"
        case .condition: "a label, a step or a measure such as loss<0.5"
        case .keyAndValue: "a key and a value"
        }
      }

      func admit(_ words: [String]) -> Bool {
        switch self {
        case .nothing: words.isEmpty
        case .count: words.count <= 1
        case .thingOrNothing: words.count <= 1 || Stepper.isExample(words)
        case .label: words.count == 1
        case .condition: !words.isEmpty
        case .keyAndValue: words.count >= 2
        }
      }
    }

    /// As help shows it.
    var typed: String { (short == name ? name : "\(short), \(name)") + takes.sign }

    fileprivate static func counting(
      _ short: String, _ name: String, of counted: String, _ summary: String,
      _ command: @escaping @Sendable (Int) -> StepCommand
    ) -> Form {
      Form(short: short, name: name, takes: .count(of: counted), summary: summary) { words in
        guard let word = words.first else { return command(1) }
        return Int(word.replacing(",", with: "")).flatMap { $0 > 0 ? command($0) : nil }
      }
    }
  }

  static let forms: [Form] = [
    .counting("n", "next", of: "cells", "run the next cell (or N) to its end; so does Enter") { .next($0) },
    .counting("s", "steps", of: "steps", "take one training step (or N) and stop there") { .steps($0) },
    .counting("b", "back", of: "stops", "back to the stop before, or N stops") { .back($0) },
    Form(short: "undo", name: "undo", summary: "back to before the last command; again: forth") { _ in .undo },
    Form(short: "r", name: "run", summary: "run the last cell again, from its beginning") { _ in .again },
    Form(short: "g", name: "go", takes: .label, summary: "go to a cell, forward or back") { .go($0[0]) },
    Form(
      short: "u", name: "until", takes: .condition, summary: "run until a cell, a step (300), accuracy>0.9, loss<0.5"
    ) { .until($0.joined()) },
    Form(short: "c", name: "continue", summary: "run all that is left") { _ in .proceed },
    Form(short: "w", name: "where", summary: "where the run stands") { _ in .place },
    Form(short: "l", name: "list", alsoKnownAs: ["cells"], summary: "all cells: how far they are, and the seconds") {
      _ in .cells
    },
    Form(
      short: "p", name: "print", takes: .thingOrNothing,
      summary: "print a cell, model, series, example (3, wrong gates)"
    ) { .print($0) },
    Form(short: "d", name: "differences", summary: "what changed since the last stop") { _ in .changes },
    Form(short: "set", name: "set", takes: .keyAndValue, summary: "try another value here: set learning_rate 0.01") {
      words in .set(OptionEdit(words[0], value: words.dropFirst().joined(separator: " ")))
    },
    Form(short: "drop", name: "drop", summary: "leave what was tried") { _ in .drop },
    Form(short: "keep", name: "keep", summary: "write what was tried into the notebook") { _ in .keep },
    Form(short: "e", name: "edited", summary: "read the file again, back to the first change") { _ in .reread },
    Form(short: "h", name: "html", summary: "write the page so far and say where") { _ in .writePage },
    Form(short: "o", name: "open", summary: "open the page in the browser") { _ in .openPage },
    Form(short: "?", name: "help", summary: "this list") { _ in .help },
    Form(short: "q", name: "quit", alsoKnownAs: ["exit"], summary: "quit; what has been done is kept") { _ in .quit },
  ]

  /// Every command, in lines that fit 80 columns.
  static var helpText: ConsoleText {
    let rows = forms.map { form -> ConsoleText in
      "  \(form.typed.padding(toLength: 21, withPad: " ", startingAt: 0)) \(form.summary)"
    }
    return rows.asLines + "A label may be shortened to its beginning.\n"
  }
}

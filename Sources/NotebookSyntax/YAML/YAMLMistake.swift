/// What an author did where libyaml found no YAML: in the notebook's words, on the line that is to be changed, with a guess at what was meant.
struct YAMLMistake {
  /// Another text of a line, of the same length up to what was wrong.
  struct Repair {
    let line: Int
    let text: String
    /// Whether what stands on the line then is what was meant.
    let keepsValue: Bool

    func changes(_ lines: SourceLines) -> Bool { lines[line] != text }
  }

  /// Within the text that was read.
  let position: SourcePosition
  let message: String
  let suggestion: Suggestion?
  let related: (message: String, position: SourcePosition)?
  private let repaired: Repair

  /// What the composer says of a document after the first, of nesting and of the number of values, which is its context.
  static let secondDocument = "a second document begins"
  static let tooDeep = "nested too deeply"
  static let tooMany = "too many values"

  init(
    at position: SourcePosition, _ message: String, suggestion: Suggestion? = nil,
    related: (message: String, position: SourcePosition)? = nil, repair: Repair
  ) {
    self.position = position
    self.message = message
    self.suggestion = suggestion
    self.related = related
    repaired = repair
  }

  init(_ problem: YAMLProblem, in lines: SourceLines) {
    if problem.endsReading {
      self = Self.other(problem, lines)
      return
    }
    self =
      Self.unclosedQuote(problem, lines) ?? Self.wrongStart(problem, lines) ?? Self.missingColon(problem, lines)
      ?? Self.unquotedColon(problem, lines) ?? Self.wrongIndentation(problem, lines)
      ?? Self.unclosedBracket(problem, lines) ?? Self.other(problem, lines)
  }

  /// What to put in the place of the line; one that was put right before is given up.
  func repair(again unreadable: Set<Int>) -> Repair? {
    unreadable.contains(repaired.line) ? Repair(line: repaired.line, text: "", keepsValue: false) : repaired
  }

  /// How a text such as `train = 100` is written as an option; nil when it cannot be one.
  static func asOption(_ value: YAMLValue) -> Suggestion? {
    guard case .scalar(let text, isQuoted: false) = value.kind else { return nil }
    return Assignment(text).map { Suggestion(writing: $0.option, for: text) }
  }
}

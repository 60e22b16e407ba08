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
  let suggestion: String?
  let related: (message: String, position: SourcePosition)?
  private let repaired: Repair

  /// What the composer says of a document after the first, of nesting and of the number of values, which is its context.
  static let secondDocument = "a second document begins"
  static let tooDeep = "nested too deeply"
  static let tooMany = "too many values"

  private init(
    at position: SourcePosition, _ message: String, suggestion: String? = nil,
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
  static func asOption(_ value: YAMLValue) -> String? {
    guard case .scalar(let text, isQuoted: false) = value.kind else { return nil }
    return Assignment(text).map { "write '\($0.option)'" }
  }
}

// MARK: - Mistakes by their kind

extension YAMLMistake {
  private static func unclosedQuote(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
    for number in 1...max(1, min(problem.position.line, lines.count)) {
      let line = WrittenLine(lines[number])
      guard let start = line.openQuote else { continue }
      let (quote, rest) = (line.scalars[start], line.text(from: start + 1))
      let isWhole = !rest.isEmpty && !rest.unicodeScalars.contains(quote)
      let key = line.key.flatMap { $0.valueStart == start ? "\($0.text): " : nil } ?? ""
      return YAMLMistake(
        at: SourcePosition(line: number, column: start + 1), "a text that begins with \(quote) ends with \(quote)",
        suggestion: isWhole ? "write '\(key)\(quote)\(rest)\(quote)'" : "add the closing \(quote)",
        repair: Repair(line: number, text: line.replacing(start, by: " "), keepsValue: isWhole))
    }
    return nil
  }

  /// A character that no value may begin with, among them tabs.
  private static func wrongStart(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
    let line = WrittenLine(lines[problem.position.line])
    let (place, column) = (problem.position, problem.position.column - 1)
    if problem.phrase.contains("a tab character") || line[column] == "\t", let tab = line.scalars.firstIndex(of: "\t") {
      return YAMLMistake(
        at: SourcePosition(line: place.line, column: tab + 1), "YAML is indented with spaces, not with tabs",
        suggestion: "write spaces in its place",
        repair: Repair(line: place.line, text: line.text.replacing("\t", with: " "), keepsValue: true))
    }
    let isRefused = problem.phrase.contains("cannot start any token") || problem.phrase.contains("mapping keys are not")
    if isRefused, let start = line[column] {
      let rest = line.text(from: column)
      return YAMLMistake(
        at: place, "a value that begins with '\(start)' is put in quotes",
        suggestion: rest.contains("\"") ? nil : "write \"\(rest)\"",
        repair: Repair(line: place.line, text: line.replacing(column, by: "_"), keepsValue: false))
    }
    if problem.context.contains("block scalar") {
      let start = problem.contextPosition
      let line = WrittenLine(lines[start.line])
      let rest = line.text(from: start.column - 1)
      return YAMLMistake(
        at: start, "a value that begins with '\(rest.prefix(1))' is put in quotes",
        suggestion: rest.contains("\"") ? nil : "write \"\(rest)\"",
        repair: Repair(line: start.line, text: line.text(before: start.column - 1), keepsValue: false))
    }
    if problem.phrase.contains("escape") || problem.phrase.contains("hexdecimal") {
      return YAMLMistake(
        at: place, "a backslash in double quotes begins an escape such as \\n, and this one is none",
        suggestion: "write single quotes, in which a backslash is a backslash",
        repair: Repair(line: place.line, text: line.withoutValue, keepsValue: false))
    }
    return nil
  }

  /// A line that is no option: what was taken for a key, or the line above the key that it runs into.
  private static func missingColon(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
    if problem.phrase.contains("expected ':'") { return missingColon(at: problem.contextPosition, lines) }
    guard problem.phrase.contains("mapping values are not allowed"),
      let above = (1..<max(1, problem.position.line)).last(where: { !WrittenLine(lines[$0]).isBlankOrComment })
    else { return nil }
    let line = WrittenLine(lines[above])
    guard line.key == nil, line[line.indentation] != "-" else { return nil }
    return missingColon(at: SourcePosition(line: above, column: line.indentation + 1), lines)
  }

  private static func missingColon(at start: SourcePosition, _ lines: SourceLines) -> YAMLMistake {
    let line = WrittenLine(lines[start.line])
    let rest = line.text(from: start.column - 1)
    let assignment = Assignment(rest)
    let written = rest.count > 40 ? rest.prefix(40) + "…" : rest
    return YAMLMistake(
      at: start, "options are written as 'key: value' lines, not as '\(written)'",
      suggestion: assignment.map { "write '\($0.option)'" },
      repair: Repair(
        line: start.line, text: assignment?.isSpaced == true ? line.replacing(first: "=", by: ":") : "",
        keepsValue: assignment?.isSpaced == true))
  }

  /// A colon in a value without quotes, which looks like a key.
  private static func unquotedColon(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
    guard problem.phrase.contains("mapping values are not allowed") else { return nil }
    let number = problem.position.line
    let line = WrittenLine(lines[number])
    guard let key = line.key, key.valueStart < problem.position.column - 1 else { return nil }
    let value = line.text(from: key.valueStart)
    return YAMLMistake(
      at: SourcePosition(line: number, column: key.valueStart + 1), "a value with ': ' in it is put in quotes",
      suggestion: value.contains("\"") ? nil : "write '\(key.text): \"\(value)\"'",
      repair: Repair(line: number, text: line.withoutValue, keepsValue: false))
  }

  /// Keys of one mapping in different columns.
  private static func wrongIndentation(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
    let isDeeper = problem.phrase.contains("mapping values are not allowed")
    guard isDeeper || problem.phrase.contains("did not find expected key") else { return nil }
    let number = problem.position.line
    let line = WrittenLine(lines[number])
    guard let other = (1..<max(1, number)).last(where: { !WrittenLine(lines[$0]).isBlank }) else { return nil }
    let before = WrittenLine(lines[other])
    guard line.indentation != before.indentation, isDeeper || problem.position.column - 1 <= line.indentation else {
      return nil
    }
    let anchor = isDeeper ? other : problem.contextPosition.line
    let column = isDeeper ? before.indentation : problem.contextPosition.column - 1
    return YAMLMistake(
      at: SourcePosition(line: number, column: line.indentation + 1),
      "the keys of a mapping begin in one column, and this one begins in another",
      suggestion: "begin it in column \(column + 1)",
      related: ("the one above begins here", SourcePosition(line: anchor, column: column + 1)),
      repair: Repair(line: number, text: "", keepsValue: false))
  }

  private static func unclosedBracket(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
    let isList = problem.phrase.contains("',' or ']'")
    guard isList || problem.phrase.contains("',' or '}'") else { return nil }
    let (start, place) = (problem.contextPosition, problem.position)
    let line = WrittenLine(lines[start.line])
    let (open, close, what) = isList ? ("[", "]", "list") : ("{", "}", "mapping")
    let repair = Repair(line: start.line, text: line.text(before: start.column - 1), keepsValue: false)
    if place.line == start.line, place.column <= line.scalars.count,
      !"[]{}".unicodeScalars.contains(line[place.column - 1] ?? " ")
    {
      return YAMLMistake(
        at: place, "the parts of a \(what) have commas between them, and a part with ': ' in it is put in quotes",
        repair: repair)
    }
    return YAMLMistake(
      at: start, "a \(what) that begins with '\(open)' ends with '\(close)'", suggestion: "add the closing '\(close)'",
      repair: repair)
  }

  private static func other(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake {
    let place = problem.position
    let line = WrittenLine(lines[place.line])
    let column = place.column - 1
    let cut = Repair(line: place.line, text: line.text(before: column), keepsValue: false)
    switch problem.phrase {
    case secondDocument:
      return YAMLMistake(
        at: place, "'---' begins a second document, and there is one", suggestion: "delete this line",
        repair: Repair(line: place.line, text: "", keepsValue: true))
    case tooDeep:
      return YAMLMistake(at: place, "YAML is nested at most \(YAMLComposer.maximumDepth) levels deep", repair: cut)
    case tooMany:
      return YAMLMistake(
        at: place,
        "a cell has at most \(YAMLComposer.maximumCount) keys and values, and this one has \(problem.context)",
        repair: cut)
    default: break
    }
    if let found = line[column], "]},".unicodeScalars.contains(found) {
      return YAMLMistake(
        at: place, found == "," ? "nothing stands before this ','" : "this '\(found)' closes nothing",
        suggestion: found == "," ? nil : "delete it, or put the value in quotes", repair: cut)
    }
    if problem.phrase.contains("block sequence entries are not allowed") {
      return YAMLMistake(
        at: place, "a list of '- ' lines begins below its key",
        suggestion: "begin a line below the key, or write [a, b]",
        repair: cut)
    }
    if let last = line.text(before: column).unicodeScalars.last(where: { $0 != " " }),
      "\"']}".unicodeScalars.contains(last)
    {
      return YAMLMistake(at: place, "nothing follows the closing \(last) of a value", repair: cut)
    }
    return YAMLMistake(
      at: place, "this is not YAML: \(problem.phrase)", repair: Repair(line: place.line, text: "", keepsValue: false))
  }
}

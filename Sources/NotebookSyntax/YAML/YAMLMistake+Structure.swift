/// Lines that do not fit together: no key, another column, a bracket without its other half.
extension YAMLMistake {
  /// A line that is no option: what was taken for a key, or the line above the key that it runs into.
  static func missingColon(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
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
      suggestion: assignment.map { Suggestion(writing: $0.option, for: rest) },
      repair: Repair(
        line: start.line, text: assignment?.isSpaced == true ? line.replacing(first: "=", by: ":") : "",
        keepsValue: assignment?.isSpaced == true))
  }

  /// Keys of one mapping in different columns.
  static func wrongIndentation(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
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

  static func unclosedBracket(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
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

  static func other(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake {
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

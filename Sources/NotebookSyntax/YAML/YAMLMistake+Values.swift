/// Values that are no YAML: quotes, characters that nothing begins with, colons.
extension YAMLMistake {
  static func unclosedQuote(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
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
  static func wrongStart(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
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

  /// A colon in a value without quotes, which looks like a key.
  static func unquotedColon(_ problem: YAMLProblem, _ lines: SourceLines) -> YAMLMistake? {
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
}

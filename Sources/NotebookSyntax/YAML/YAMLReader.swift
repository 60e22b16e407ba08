/// Reads the YAML of front matter and directive bodies into located values.
///
/// What is wrong in one line does not hide what is wrong in another: the line is put right as far as it can be guessed, and reading begins again.
struct YAMLReader {
  /// Translates a place in the YAML text, counted from 1, to one in the file.
  let place: (_ line: Int, _ column: Int) -> SourcePosition
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether entries or values are missing because the text could not be read.
  private(set) var isIncomplete = false

  private static let mostRepairs = 20

  init(place: @escaping (_ line: Int, _ column: Int) -> SourcePosition) {
    self.place = place
  }

  /// The entries of a mapping, as far as they can be read.
  mutating func entries(of text: String) -> [YAMLEntry] {
    var lines = SourceLines(text)
    var repaired = replaceStrayCharacters(in: &lines)
    var unreadable: Set<Int> = []
    var repairs = 0
    while true {
      var composer = YAMLComposer(lines.text, unreadableLines: unreadable) { [place] in place($0.line, $0.column) }
      let root = composer.compose()
      guard let problem = composer.problem else {
        diagnostics += composer.diagnostics
        return rootEntries(root)
      }
      isIncomplete = true
      let mistake = YAMLMistake(problem, in: lines)
      let identifier: DiagnosticIdentifier = problem.phrase == YAMLMistake.tooMany ? .limit : .yamlSyntax
      if repaired.insert(mistake.position.line).inserted { report(mistake, as: identifier, in: lines) }
      repairs += 1
      if problem.endsReading { return [] }
      guard repairs <= Self.mostRepairs, let repair = mistake.repair(again: unreadable), repair.changes(lines)
      else {
        diagnostics += composer.diagnostics
        return root.map { rootEntries($0) } ?? []
      }
      lines.replace(repair.line, by: repair.text)
      if !repair.keepsValue { unreadable.insert(repair.line) }
    }
  }

  private mutating func rootEntries(_ root: YAMLValue?) -> [YAMLEntry] {
    switch root?.kind {
    case nil, .scalar("", isQuoted: false): return []
    case .mapping(let entries): return entries
    case .scalar, .sequence:
      guard let root else { return [] }
      isIncomplete = true
      diagnostics.append(
        Diagnostic(
          .wrongType, at: root.position, "options are written as 'key: value' lines, not as \(root.kindName)",
          suggestion: YAMLMistake.asOption(root)))
      return []
    }
  }

  /// Puts spaces where characters stand that only look like space, or that no text may hold, and gives the lines where any did.
  private mutating func replaceStrayCharacters(in lines: inout SourceLines) -> Set<Int> {
    var changed: Set<Int> = []
    for number in 0..<lines.count {
      while let stray = StrayCharacter.first(in: lines[number + 1]) {
        diagnostics.append(
          Diagnostic(
            .yamlSyntax, at: place(number + 1, stray.column), stray.message, suggestion: stray.suggestion))
        lines.replace(number + 1, by: StrayCharacter.replacingAll(in: lines[number + 1]))
        changed.insert(number + 1)
      }
    }
    return changed
  }

  /// Reports what is wrong from its place to the end of the line.
  private mutating func report(_ mistake: YAMLMistake, as identifier: DiagnosticIdentifier, in lines: SourceLines) {
    let position = place(mistake.position.line, mistake.position.column)
    let rest = WrittenLine(lines[mistake.position.line]).text(from: mistake.position.column - 1)
    let related = mistake.related.map {
      Diagnostic.Related($0.message, at: place($0.position.line, $0.position.column))
    }
    diagnostics.append(
      Diagnostic(
        identifier, at: position, to: position.advanced(by: max(1, rest.unicodeScalars.count)), mistake.message,
        suggestion: mistake.suggestion,
        related: related.map { [$0] } ?? []))
  }
}

import NotebookPlanning
package import NotebookSyntax

/// Why a cell cannot be given another name.
package struct RenameProblem: Error, Sendable, Hashable {
  package let phrase: String
}

extension OpenNotebook {
  /// Where what is named at a place is made: the label of a cell, its directive where it has none, or a parameter.
  package func definition(at cursor: SourcePosition) -> SourceRange? {
    if let name = parameter(at: cursor)?.name { return parameterPlace(name) }
    let uses = uses
    return uses.at(cursor).flatMap { definition(of: $0.label, among: uses) }
  }

  /// Every place where the cell is named that is named at a place.
  ///
  /// - Parameters:
  ///   - cursor: Where it is named.
  ///   - includesDefinition: Whether the place counts where it gets its name.
  /// - Returns: The places in the order of the file.
  package func references(at cursor: SourcePosition, includingDefinition includesDefinition: Bool) -> [SourceRange] {
    let uses = uses
    guard let label = uses.at(cursor)?.label else { return [] }
    return uses.filter { $0.label == label && (includesDefinition || !$0.isDefinition) }.map(\.range)
  }

  /// The label at a place that can be given another name.
  package func renamable(at cursor: SourcePosition) throws(RenameProblem) -> SourceRange {
    try renamable(at: cursor, among: uses).range
  }

  private func renamable(at cursor: SourcePosition, among uses: [NameUse]) throws(RenameProblem) -> NameUse {
    guard let use = uses.at(cursor), use.range.touches(cursor) else {
      throw RenameProblem(phrase: "only the label of a cell can be given another name")
    }
    guard directives.allSatisfy({ !$0.isBroken }) else {
      throw RenameProblem(phrase: "a cell cannot be read, and what it names is not known; mend it first")
    }
    switch uses.count(where: { $0.isDefinition && $0.label == use.label }) {
    case 1: return use
    case 0: throw RenameProblem(phrase: "no cell has the label '\(use.label)'; write it in one first")
    default: throw RenameProblem(phrase: "more than one cell has the label '\(use.label)'")
    }
  }

  /// The places that have to be changed so that a cell has another name.
  package func rename(at cursor: SourcePosition, to name: String) throws(RenameProblem) -> [SourceRange] {
    let uses = uses
    let old = try renamable(at: cursor, among: uses).label
    guard FieldReference.isName(name), name != "params" else {
      throw RenameProblem(phrase: "a label is a letter, then letters, digits, '-' and '_', not '\(name)'")
    }
    guard name == old || scope.symbols[name] == nil else {
      throw RenameProblem(phrase: "a label names one cell, and '\(name)' is taken")
    }
    let behind = labelsBehind(old)
    return uses.filter { $0.label == old || behind.contains($0.label) }.map { use in
      use.label == old
        ? use.range : SourceRange(use.range.start, to: use.range.start.advanced(by: old.unicodeScalars.count))
    }
  }

  /// The labels that are made of one and begin with it, such as that of a sweep that a training asks for.
  private func labelsBehind(_ label: String) -> Set<String> {
    guard let line = scope.symbols[label]?.line else { return [] }
    let others = scope.symbols.filter { $0.value.line == line && $0.key.hasPrefix("\(label)-") }
    return Set(others.keys)
  }

  /// All places where cells are named, in the order of the file.
  var uses: [NameUse] { NameUseFinder.uses(in: self) }

  private func definition(of label: String, among uses: [NameUse]) -> SourceRange? {
    if let written = uses.first(where: { $0.isDefinition && $0.label == label }) { return written.range }
    guard let directive = directive(onLine: scope.symbols[label]?.line) else { return nil }
    let length = directive.keyword.unicodeScalars.count + 2
    return SourceRange(directive.keywordPosition, to: directive.keywordPosition.advanced(by: length))
  }

  /// The parameter that `$name` or `{{params.name}}` at a place stands for.
  func parameter(at cursor: SourcePosition) -> (name: String, range: SourceRange)? {
    let line = Array(lines[cursor.line].unicodeScalars)
    let word = Word(around: cursor.column - 1, in: line, number: cursor.line) { $0.isPartOfName || $0 == "$" }
    let marks = ["$", "params."]
    guard let mark = marks.first(where: word.text.hasPrefix) else { return nil }
    let name = String(word.text.dropFirst(mark.count))
    return scope.parameters.value(of: name) == nil ? nil : (name, word.range)
  }

  private func parameterPlace(_ name: String) -> SourceRange? {
    let written = document.frontMatter.first { $0.key == "params" }
    guard case .mapping(let entries) = written?.value.kind else { return nil }
    return entries.first { $0.key == name }.map { SourceRange($0.keyPosition, to: $0.keyEnd) }
  }
}

extension [NameUse] {
  /// The name of a cell at a place, or the name of something of it.
  func at(_ cursor: SourcePosition) -> NameUse? { first { $0.whole.touches(cursor) } }
}

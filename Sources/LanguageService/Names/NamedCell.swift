import NotebookPlanning
import NotebookSyntax

/// A cell by the name that others know it by.
struct NamedCell {
  let label: String
  let symbol: Symbol
  /// The line that it begins on.
  let line: Int
  let keyword: String

  /// Its directive and line, such as `{train} on line 12`.
  var phrase: String { "{\(keyword)} on line \(line)" }
}

extension OpenNotebook {
  /// The cells in the order of the file.
  var cells: [NamedCell] {
    let keywords = Dictionary(directives.map { ($0.lines.lowerBound, $0.keyword) }) { first, _ in first }
    return scope.symbols.compactMap { label, symbol in
      guard let line = symbol.line, let keyword = keywords[line] else { return nil }
      return NamedCell(label: label, symbol: symbol, line: line, keyword: keyword)
    }.sorted { $0.line < $1.line }
  }
}

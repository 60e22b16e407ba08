import NotebookResults
import NotebookSyntax

/// The names of cells: one each, by which the cells below and the text know them.
extension RunPlanner {
  /// The label that a cell has, or one in its place where it has none that can be used.
  mutating func label(of block: DirectiveBlock, index: Int, values: inout OptionValues) -> String {
    var fallback = "\(block.keyword)-\(index + 1)"
    while scope.symbols[fallback] != nil || scope.lines[fallback] != nil { fallback += "-cell" }
    guard let label = values[CellOptions.label]?.composed else { return fallback }
    let position = values.place(of: CellOptions.label)
    guard FieldReference.isName(label), label != RunHeader.parameterLabel else {
      values.report(
        .malformedLabel, at: position,
        label == RunHeader.parameterLabel
          ? "'params' stands for the notebook's parameters and labels no cell"
          : "a label is a letter, then letters, digits, '-' and '_', not '\(label)'")
      scope.symbols[label] = Symbol(.broken)
      return fallback
    }
    guard scope.symbols[label] == nil else {
      let first = scope.lines[label]
      values.report(
        .duplicateLabel, at: position,
        "a label names one cell; '\(label)' is taken\(first.map { " on line \($0)" } ?? "")",
        related: first.map { [.init("it is given here first", at: SourcePosition(line: $0))] } ?? [])
      return fallback
    }
    return label
  }

  /// Makes a label known to the cells below; "the data set above" may be a broken one, which is then not reported twice.
  mutating func declare(_ label: String, _ symbol: Symbol) {
    scope.symbols[label] = symbol
    if let changed = symbol.changes { scope.latestChange[changed] = label }
    switch symbol.makes {
    case .dataset: scope.latestDataset = label
    case .model: scope.latestModel = label
    case nil: break
    }
  }

  /// The line of the first cell with each written label.
  static func labelLines(of document: NotebookDocument) -> [String: Int] {
    var lines: [String: Int] = [:]
    for case .directive(let block) in document.blocks {
      for entry in block.options where entry.key == "label" {
        if case .scalar(let label, _) = entry.value.kind, lines[label] == nil { lines[label] = block.lines.lowerBound }
      }
    }
    return lines
  }
}

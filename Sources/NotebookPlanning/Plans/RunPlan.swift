private import Datasets
package import NotebookResults
package import NotebookSyntax

/// A notebook as understood: every decision taken, nothing run.
package struct RunPlan: Sendable {
  package let header: RunHeader
  package let cells: [PlannedCell]

  /// The data sets that have to be fetched before this can run, in the order of the cells.
  package var absentDatasets: [String] {
    cells.compactMap(\.action.absentDataset)
  }

  /// The plan of a document; when anything in the file is wrong, what could still be understood and all that is wrong.
  ///
  /// - Parameters:
  ///   - document: The notebook as written.
  ///   - directives: The kinds of cells there are.
  ///   - environment: What may be looked at besides.
  /// - Returns: The plan, with everything that is wrong.
  package static func make(
    _ document: NotebookDocument, of directives: [any Directive.Type], in environment: PlanEnvironment
  ) -> Diagnosed<RunPlan> {
    var planner = RunPlanner(document, directives: directives, environment: environment)
    let plan = planner.plan()
    return Diagnosed(plan, diagnostics: planner.diagnostics.sorted { $0.position < $1.position })
  }
}

/// A cell as understood.
package struct PlannedCell: Sendable {
  package let header: RunHeader.CellHeader
  package let action: any CellAction
  /// What the result depends on, so that it can be kept and found again.
  package let dependencies: CellDependencies
  package let expectations: [Expectation]
}

/// Goes through a document from top to bottom and understands its cells one after the other.
private struct RunPlanner {
  private let document: NotebookDocument
  private let directives: [any Directive.Type]
  private let environment: PlanEnvironment
  private let front: FrontMatter
  private var scope: PlanScope
  private var cells: [PlannedCell] = []
  private var sections: [RunHeader.Section] = []
  private(set) var diagnostics: [Diagnostic]

  init(_ document: NotebookDocument, directives: [any Directive.Type], environment: PlanEnvironment) {
    let front = FrontMatter.read(document, environment: environment)
    self.document = document
    self.directives = directives
    self.environment = environment
    self.front = front.value
    diagnostics = front.diagnostics
    scope = PlanScope(
      parameters: front.value.parameters, environment: environment, lines: Self.labelLines(of: document))
  }

  mutating func plan() -> RunPlan {
    var index = 0
    for block in document.blocks {
      switch block {
      case .prose(let prose):
        sections.append(.prose(prose))
      case .directive(let directive):
        plan(directive, index: index)
        index += 1
      }
    }
    checkProse()
    return RunPlan(header: header(), cells: cells)
  }

  private mutating func plan(_ block: DirectiveBlock, index: Int) {
    let reading = read(block, index: index)
    declare(reading.label, reading.symbol, makes: reading.makes)
    let expectations = reading.expectations.compactMap { expectation($0) }
    guard let action = reading.action else { return }
    let header = RunHeader.CellHeader(
      index: index, keyword: block.keyword, label: reading.label, caption: reading.caption, source: block.text,
      line: block.lines.lowerBound)
    sections.append(.cell(header))
    cells.append(
      PlannedCell(
        header: header, action: action, dependencies: reading.dependencies, expectations: expectations))
  }

  /// What the options of a cell say, before its label is known to others.
  private struct CellReading {
    var label: String
    /// What the cell was meant to make, where that can be told.
    var makes: Symbol.Family?
    var symbol = Symbol(.broken)
    var action: (any CellAction)?
    var dependencies = CellDependencies()
    var caption: String?
    var expectations: [YAMLValue] = []
  }

  private mutating func read(_ block: DirectiveBlock, index: Int) -> CellReading {
    let directive = block.isBroken ? nil : directive(block.keyword)
    var values = OptionValues(
      decoding: block.options, by: (directive?.options ?? []) + CellOptions.all, owner: "{\(block.keyword)}",
      position: block.keywordPosition, scope: scope)
    var reading = CellReading(label: label(of: block, index: index, values: &values))
    guard let directive else {
      if !block.isBroken {
        values.report(
          .unknownDirective, at: block.keywordPosition, "there is no directive {\(block.keyword)}",
          suggestion: Spelling.suggestion(for: block.keyword, among: keywords))
        diagnostics += values.diagnostics
      }
      reading.makes = Spelling.nearest(to: block.keyword, among: keywords).flatMap { self.directive($0)?.makes }
      return reading
    }
    reading.makes = directive.makes
    reading.caption = values[CellOptions.caption]
    reading.expectations = values[CellOptions.expect].map(\.items) ?? []
    let planned = directive.plan(&values)
    values.finish()
    diagnostics += values.diagnostics
    reading.action = planned?.action
    reading.dependencies = values.dependencies
    if let planned, !values.hasErrors { reading.symbol = planned.symbol }
    return reading
  }

  /// Reads an expectation where the cell's own measurements are known.
  private mutating func expectation(_ value: YAMLValue) -> Expectation? {
    var options = OptionReader(owner: "expect", position: value.position, scope: scope)
    let expectation = Expectation.read(value, from: &options)
    diagnostics += options.diagnostics
    return expectation
  }

  private mutating func label(of block: DirectiveBlock, index: Int, values: inout OptionValues) -> String {
    var fallback = "\(block.keyword)-\(index + 1)"
    while scope.symbols[fallback] != nil || scope.lines[fallback] != nil { fallback += "-cell" }
    guard let label = values[CellOptions.label] else { return fallback }
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
      let first = scope.lines[label].map { " on line \($0)" } ?? ""
      values.report(.duplicateLabel, at: position, "a label names one cell; '\(label)' is taken\(first)")
      return fallback
    }
    return label
  }

  /// Makes a label known to the cells below; "the data set above" may be a broken one, which is then not reported twice.
  private mutating func declare(_ label: String, _ symbol: Symbol, makes family: Symbol.Family?) {
    scope.symbols[label] = symbol
    switch family {
    case .dataset: scope.latestDataset = label
    case .model: scope.latestModel = label
    case nil: break
    }
  }

  private var keywords: [String] { directives.map { $0.keyword } }

  private func directive(_ keyword: String) -> (any Directive.Type)? {
    directives.first { $0.keyword == keyword }
  }

  /// Checks the references of the prose against everything that the whole run leaves behind.
  private mutating func checkProse() {
    for case .prose(let block) in document.blocks {
      for case .reference(let reference) in block.pieces {
        if let problem = scope.problem(with: reference) { diagnostics.append(problem) }
      }
    }
  }

  private func header() -> RunHeader {
    let name = document.file.split(separator: "/").last.map(String.init) ?? document.file
    return RunHeader(
      title: front.title ?? firstHeading ?? name, language: front.language, article: front.article, notebookName: name,
      notebookDigest: SHA256.hex(of: Array(document.source.utf8)), seed: environment.seed ?? front.seed,
      parameters: front.parameters.settings, sections: sections, version: EngineVersion.current)
  }

  /// The first heading of level 1, unless it names a number that is not measured yet.
  private var firstHeading: String? {
    for case .prose(let block) in document.blocks {
      if case .heading(1, let text) = block.kind { return block.pieces.count == 1 ? text : nil }
    }
    return nil
  }

  /// The line of the first cell with each written label.
  private static func labelLines(of document: NotebookDocument) -> [String: Int] {
    var lines: [String: Int] = [:]
    for case .directive(let block) in document.blocks {
      for entry in block.options where entry.key == "label" {
        if case .scalar(let label, _) = entry.value.kind, lines[label] == nil { lines[label] = block.lines.lowerBound }
      }
    }
    return lines
  }
}

extension YAMLValue {
  /// The items of a list; a single value counts as a list of one.
  fileprivate var items: [YAMLValue] {
    if case .sequence(let items) = kind { items } else { [self] }
  }
}

extension RunPlan {
  /// A cell's result with its expectations held against what was measured by then.
  package func checked(_ result: CellResult, of cell: PlannedCell, in session: Session) -> CellResult {
    var result = result
    result.expectations = cell.expectations.map { expectation in
      expectation.check { header.quantity($0) ?? session.quantity($0) }
    }
    return result
  }
}

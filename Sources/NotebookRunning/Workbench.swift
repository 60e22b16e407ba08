package import NotebookPlanning
package import NotebookResults
package import NotebookSyntax

/// A notebook being worked on: understood, run, edited and run again from the first cell that changed.
///
/// It is a value, so a copy is a branch; what happens it tells as events, and showing them is for others.
package struct Workbench {
  /// What a notebook is understood and run with.
  package struct Tools {
    /// Understands a document, with everything that is wrong with it.
    package let plan: (NotebookDocument) -> Diagnosed<RunPlan>
    /// How many threads all work at the bench shares.
    package let threads: Int
    /// Whether the user asked to stop; looked at before each cell and inside it.
    package let isCancelled: () -> Bool
    /// Where results are kept between runs.
    package let store: (any CellStore)?
    /// Whether the run is gone through stop by stop, and can go back to each.
    package let isStepped: Bool
    /// The processes that run the notebook together; nil where this one runs it alone.
    package let ranks: RunRanks?

    package init(
      threads: Int, isStepped: Bool = false, store: (any CellStore)? = nil, ranks: RunRanks? = nil,
      isCancelled: @escaping () -> Bool = { false }, plan: @escaping (NotebookDocument) -> Diagnosed<RunPlan>
    ) {
      self.plan = plan
      self.threads = threads
      self.isCancelled = isCancelled
      self.store = store
      self.isStepped = isStepped
      self.ranks = ranks
    }
  }

  /// Where an edit led.
  package struct Revision: Sendable, Hashable {
    /// The first cell that no longer means the same; the number of cells when all do.
    package let firstChangedCell: Int
    /// Whether that cell had begun, so that the run went back to it.
    package let wentBack: Bool
  }

  package private(set) var document: NotebookDocument
  package private(set) var timeline: Timeline
  /// What the cells are kept under; nil where nothing is kept.
  private var keys: [CacheKey]?
  let tools: Tools

  /// Lays out a notebook in which nothing is wrong.
  package init(_ document: NotebookDocument, plan: RunPlan, tools: Tools) {
    self.document = document
    self.tools = tools
    keys = tools.store == nil ? nil : plan.cacheKeys()
    timeline = Timeline(Self.runner(plan, keys, tools), isStepped: tools.isStepped)
  }

  package var plan: RunPlan { timeline.runner.plan }
  package var report: RunReport { timeline.report }

  /// Runs the next cell, or the rest of it, or until it is to pause.
  package mutating func advance(
    until pause: PauseRule = .end, afresh: Bool = false, _ observe: (RunEvent) -> Void
  ) -> Runner.CellEnd {
    timeline.advance(until: pause, afresh: afresh, observe)
  }

  /// Runs all that is left, until a cell fails or the run is broken off.
  package mutating func runToEnd(_ observe: (RunEvent) -> Void) {
    observe(.runStarted(report.header))
    while advance(observe) == .finished {}
  }

  /// Goes to the stop before; false at the beginning.
  package mutating func goBack() -> Bool { timeline.goBack() }

  /// Goes back to where a cell had not begun; false when the run has not come so far.
  package mutating func goBack(toStartOf index: Int) -> Bool { timeline.goBack(toStartOf: index) }

  /// Keeps how far the work under way has come.
  package func keepWork() { timeline.runner.keepWork() }

  /// Takes another text of the notebook and goes back to the first cell that no longer means the same.
  ///
  /// - Parameters:
  ///   - edited: The notebook as it is now written, with what is wrong with it.
  ///   - index: The cell to go back to, rather than the first that changed.
  /// - Returns: Where that led.
  /// - Throws: ``WrongNotebook``, and nothing has changed.
  package mutating func take(
    _ edited: Diagnosed<NotebookDocument>, from index: Int? = nil
  ) throws(WrongNotebook) -> Revision {
    let planned = tools.plan(edited.value)
    let found = Diagnosed(planned.value, diagnostics: edited.diagnostics + planned.diagnostics)
    guard !found.hasErrors else { throw WrongNotebook(diagnostics: found.diagnostics) }
    return take(edited.value, plan: planned.value, from: index)
  }

  /// Takes another text of the notebook, in which nothing is wrong, and goes back to the first cell that no longer means the same.
  package mutating func take(_ edited: NotebookDocument, plan edition: RunPlan, from index: Int? = nil) -> Revision {
    let now = edition.cacheKeys()
    let changed = index ?? Self.firstDifference(keys ?? plan.cacheKeys(), now)
    let revision = Revision(
      firstChangedCell: changed,
      wentBack: changed < timeline.position || changed == timeline.position && timeline.step > 0)
    document = edited
    keys = tools.store == nil ? nil : now
    timeline = timeline.replanned(Self.runner(edition, keys, tools), from: changed)
    return revision
  }

  /// Takes the text with one option changed, and goes back to that cell.
  ///
  /// - Returns: The cell; of one that another asks for, which has no options of its own in the text, that other one.
  package mutating func take(_ edit: OptionEdit, in index: Int) throws(TrialProblem) -> Int {
    let line = plan.cells[index].header.line
    let written = plan.cells.firstIndex { $0.header.line == line } ?? index
    let text: String
    do throws(OptionEditProblem) { text = try edit.applied(to: document, cellOnLine: line) } catch {
      throw .edit(error)
    }
    let parsed = NotebookParser.parse(bytes: Array(text.utf8), file: document.file)
    do throws(WrongNotebook) { _ = try take(parsed, from: written) } catch { throw .notebook(error) }
    return written
  }

  private static func runner(_ plan: RunPlan, _ keys: [CacheKey]?, _ tools: Tools) -> Runner {
    let cache = tools.store.flatMap { store in keys.map { CellCache(store, keys: $0) } }
    return Runner(
      plan: plan,
      options: Runner.Options(
        threads: tools.threads, isCancelled: tools.isCancelled, cache: cache, ranks: tools.ranks))
  }

  private static func firstDifference(_ here: [CacheKey], _ there: [CacheKey]) -> Int {
    zip(here, there).enumerated().first { $1.0.digest != $1.1.digest }?.offset ?? min(here.count, there.count)
  }
}

/// What is wrong with a text that was to take the place of another.
package struct WrongNotebook: Error {
  package let diagnostics: [Diagnostic]
}

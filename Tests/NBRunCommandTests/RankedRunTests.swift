import Datasets
import Foundation
import NotebookDirectives
import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax
import RankSupport
import RecurrentEngine
import Synchronization
import TestSupport
import Testing

@testable import NBRunCommand

/// One notebook, run by several ranks together.
@Suite struct RankedRunTests {
  /// Five chains of rows a step, with noise that depends on the row, and everything measured on the way.
  static let text = """
    ---
    seed: 3
    ---
    ```{load}
    label: digits
    dataset: digits
    train: 400
    test: 100
    ```
    ```{build}
    label: net
    layers:
      - dropout: {rate: 0.2}
      - lstm: {units: 16}
      - dense: {units: 10}
    ```
    ```{train}
    label: fit
    steps: 12
    batch: 150
    optimizer: {adam: {learning_rate: 0.01}}
    augment: {rotation: 10}
    report: {batch_accuracy: every 2 steps, batch_loss: every 3 steps, gradient_norm: every 4 steps, test_loss: at the end}
    ```
    ```{evaluate}
    label: test
    on: digits.test
    ```
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// How a run went for one rank.
  private struct End: Sendable {
    var page: String
    var outcome: RunOutcome
    var steps = 0
    var reused = 0
  }

  /// Runs a notebook as so many ranks, of which each may be asked to stop.
  private func run(
    _ text: String, ranks count: Int, store: StoreFolder? = nil,
    through wrap: @escaping @Sendable (any Communicator) -> any Communicator = { $0 },
    stopping: @escaping @Sendable (_ rank: Int) -> () -> Bool
  ) -> [End] {
    LocalRanks.run(count) { communicator in
      let ranks = RunRanks(wrap(communicator))
      let kept = ranks.isFirst ? store.map { ResultStore($0, notebook: "small.md") } : nil
      let document = NotebookParser.parse(text, file: "small.md").value
      let environment = PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: "nowhere")
      let plan = RunPlan.make(
        document, of: DirectiveRegistry.directives + [Asking.self, Losing.self], in: environment)
      let tools = Workbench.Tools(
        threads: 1 + communicator.rank % 2, store: RankedStore(ranks: ranks, store: kept), ranks: ranks,
        isCancelled: stopping(communicator.rank), plan: { _ in plan })
      var bench = Workbench(document, plan: plan.value, tools: tools)
      var report = bench.report
      var end = End(page: "", outcome: .failed)
      bench.runToEnd { event in
        report.record(event)
        switch event {
        case .progress(_, let progress): end.steps = progress.step
        case .cellReused: end.reused += 1
        case .runStarted, .cellStarted, .cellPaused, .cellFinished, .cellFailed: break
        }
      }
      (end.page, end.outcome) = (ReportPage.html(for: report), report.outcome)
      return end
    }
  }

  /// Runs the notebook, until the first rank has been asked so often whether to go on.
  private func run(_ ranks: Int, asked most: Int = .max, store: StoreFolder? = nil) -> [End] {
    run(Self.text, ranks: ranks, store: store) { rank in
      var asked = 0
      return {
        asked += 1
        return rank == 0 && asked > most
      }
    }
  }

  @Test func givesThePageOfOneRank() {
    let alone = run(1)[0].page
    for ranks in [2, 4, 7] {
      let ends = run(ranks)
      #expect(ends.count == ranks)
      for end in ends { #expect(end.page == alone && end.outcome == .succeeded) }
    }
  }

  @Test func stopsWhereTheFirstDoesAndGoesOnWithAnyNumber() throws {
    let store = StoreFolder(path: folder.path("store"))
    // Before each of three cells, twice in the midst of the first, and before each of five steps.
    let stopped = run(3, asked: 10, store: store)
    #expect(stopped.map(\.steps) == [5, 5, 5])
    #expect(stopped.allSatisfy { $0.outcome == .interrupted })
    let resumed = run(4, store: store)
    let alone = run(1)[0].page
    for end in resumed { #expect(end.page == alone) }
    // Two cells as they were kept, and the training after a step.
    #expect(resumed.map(\.reused) == [3, 3, 3, 3])
    #expect(run(2, store: store).map(\.steps) == [0, 0])
  }

  @Test func endsForAllWhereTheFirstIsStoppedInsideACell() {
    let ends = run("```{ask}\n```\n```{ask}\nlabel: next\n```\n", ranks: 3) { rank in
      var asked = 0
      return {
        asked += 1
        return rank == 0 && asked > 1
      }
    }
    #expect(ends.count == 3)
    #expect(ends.allSatisfy { $0.outcome == .interrupted })
  }

  /// An evaluation of several batches.
  private static let evaluation = """
    ```{load}
    dataset: digits
    train: 20
    test: 1200
    ```
    ```{build}
    layers: [{simple_rnn: {units: 4}}, {dense: {units: 10}}]
    ```
    ```{evaluate}
    ```
    """

  @Test func sharesTheRowsOfAnEvaluation() {
    let alone = run(Self.evaluation, ranks: 1) { _ in { false } }
    let tally = Tally()
    let ends = run(Self.evaluation, ranks: 3, through: { TalliedCommunicator($0, tally) }) { _ in { false } }
    #expect(ends.map(\.page) == Array(repeating: alone[0].page, count: 3))
    // Each of three ranks hears ten probabilities of each image, and each image from one of them.
    #expect(tally.bytes.withLock { $0 } > 3 * 1200 * 10 * MemoryLayout<Float>.stride)
  }

  @Test func stopsForAllInTheMiddleOfAnEvaluation() {
    // Wherever the first is stopped, all of them end, and somewhere on the way that is between two batches.
    let pages = (1..<12).map { most in
      let ends = run(Self.evaluation, ranks: 3) { rank in
        var asked = 0
        return {
          asked += 1
          return rank == 0 && asked > most
        }
      }
      #expect(Set(ends.map(\.outcome)).count == 1)
      return ends[0].page
    }
    #expect(pages.contains { $0.contains("of 1200 examples") })
  }

  @Test func failsForAllWhereOneComesToSomethingElse() {
    let ends = run("```{lose}\n```\n", ranks: 3) { _ in { false } }
    #expect(ends.count == 3)
    for end in ends {
      #expect(end.outcome == .failed)
      #expect(end.page.contains("rank 1 of 3 has not come to what the others have: failed: the data are gone"))
    }
  }

  /// A cell that stops when it is asked to.
  private struct Asking: BareDirective {
    static let keyword = "ask"

    func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
      if context.isCancelled() { throw CellFailure("stopped inside", kind: .interrupted) }
      return CellResult()
    }
  }

  /// A cell that fails on the second rank alone.
  private struct Losing: BareDirective {
    static let keyword = "lose"

    func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
      if context.ranks?.communicator.rank == 1 { throw CellFailure("the data are gone") }
      return CellResult()
    }
  }
}

/// How many bytes all ranks have been given that one of them had.
private final class Tally: Sendable {
  let bytes = Mutex(0)
}

private final class TalliedCommunicator: Communicator {
  private let base: any Communicator
  private let tally: Tally

  init(_ base: any Communicator, _ tally: Tally) {
    self.base = base
    self.tally = tally
  }

  var rank: Int { base.rank }
  var size: Int { base.size }
  func send(_ bytes: UnsafeRawBufferPointer, to rank: Int) { base.send(bytes, to: rank) }
  func finishSending() { base.finishSending() }
  func receive(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) { base.receive(bytes, from: rank) }

  func broadcast(_ bytes: UnsafeMutableRawBufferPointer, from rank: Int) {
    tally.bytes.withLock { $0 += bytes.count }
    base.broadcast(bytes, from: rank)
  }
}

/// A directive of a test, which is its own action.
private protocol BareDirective: Directive, DirectAction {
  init()
}

extension BareDirective {
  static var summary: String { "A cell of a test." }
  static var options: [any OptionDeclaration] { [] }
  static var examples: [[ExampleOption]] { [] }

  static func plan(_ values: inout OptionValues) -> PlannedAction? {
    PlannedAction(Self(), leaves: Symbol(.measurements))
  }
}

/// What ranks find wrong before they run any notebook.
@Suite struct RankDifferenceTests {
  @Test func isToldWhereARankReadsAnotherNotebook() {
    func differences(_ texts: [String]) -> [String?] {
      LocalRanks.run(texts.count) { communicator in
        let text = texts[communicator.rank]
        let document = NotebookParser.parse(text, file: "small.md")
        let environment = PlanEnvironment(catalog: DatasetCatalog(folders: []), notebookFolder: "nowhere")
        let plan = RunPlan.make(document.value, of: DirectiveRegistry.directives, in: environment)
        let file = NotebookFile(path: "small.md")
        let planned = PlannedNotebook(file: file, document: document.value, plan: plan.value, supply: .folders)
        return RunRanks(communicator).difference([ReadNotebook(file: file, planned: planned)])
      }
    }
    let text = RankedRunTests.text
    #expect(differences([text, text, text]) == [nil, nil, nil])
    let other = text.replacing("train: 400", with: "train: 401")
    let message = "rank 2 of 3 does not read the same notebooks or data as rank 0"
    #expect(differences([text, text, other]) == [message, message, message])
  }
}

import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookRunning

/// Runs one notebook, and lets terminal, page and timings follow.
struct NotebookRun {
  /// How it is run, the same for every notebook of a command.
  struct Manner {
    let planner: NotebookPlanner
    let isStepped: Bool
    let threads: Int
    var progress: ProgressStyle
    let isOver: () -> Bool
    /// The processes that run it together; nil where this one runs it alone.
    var ranks: RunRanks?

    /// Says what is to be known of a notebook.
    func messages(of file: String?) -> MessageReporter { MessageReporter(style: progress, file: file) }
  }

  /// How it went, how long its cells took, and why its page is not there.
  struct End {
    let report: RunReport
    let times: CellTimes
    let problem: FileProblem?
  }

  let notebook: PlannedNotebook
  /// Where its page is written.
  let page: String
  /// The pages beside it.
  let neighbours: PageNeighbours?
  /// Where results are kept; nil when they are not.
  let store: ResultStore?
  let manner: Manner

  func run() -> End {
    store?.claimPage(page, for: notebook.file.path, manner.messages(of: notebook.file.path))
    var writer = PageWriter(path: page, among: neighbours, makeRoom: { store?.giveWay() })
    let bench = Workbench(notebook.document, plan: notebook.plan, tools: tools)
    let report: RunReport
    var times = CellTimes()
    if manner.isStepped {
      var stepper = Stepper(bench, file: notebook.file, page: writer)
      stepper.run()
      (report, writer) = (stepper.report, stepper.page)
    } else {
      report = runStraight(bench, page: &writer, times: &times)
    }
    do throws(FileProblem) {
      try writer.finish(report)
      return End(report: report, times: times, problem: nil)
    } catch {
      return End(report: report, times: times, problem: error)
    }
  }

  /// The store, as all ranks see it where there are several.
  private var sharedStore: (any CellStore)? {
    manner.ranks.map { RankedStore(ranks: $0, store: store) } ?? store
  }

  private var tools: Workbench.Tools {
    let (planner, file, supply) = (manner.planner, notebook.file, notebook.supply)
    return Workbench.Tools(
      threads: manner.threads, isStepped: manner.isStepped, store: sharedStore, ranks: manner.ranks,
      isCancelled: manner.isOver,
      plan: { planner.plan($0, of: file, supply: supply) })
  }

  private func runStraight(_ bench: Workbench, page: inout PageWriter, times: inout CellTimes) -> RunReport {
    var bench = bench
    var report = bench.report
    var terminal = ProgressReporter(
      style: manner.progress, header: report.header, file: notebook.file.path, twins: notebook.plan.twins)
    bench.runToEnd { event in
      report.record(event)
      times.record(event, of: report.header)
      terminal.record(event)
      page.record(event, report)
    }
    return report
  }
}

extension RunPlan {
  /// The labels of cells above that give the same as a cell, by its index.
  fileprivate var twins: [Int: String] {
    var labels: [String: String] = [:]
    var twins: [Int: String] = [:]
    for (index, key) in cacheKeys().enumerated() {
      if let label = labels[key.digest] { twins[index] = label } else { labels[key.digest] = key.label }
    }
    return twins
  }
}

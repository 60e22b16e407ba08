import NotebookPlanning
import NotebookResults
import NotebookRunning

/// Runs the notebooks of a command as a rank that is not the first: it writes and says nothing, and takes its share of every training step.
struct FollowingRun {
  let ranks: RunRanks
  let planner: NotebookPlanner
  let threads: Int

  func run(_ notebooks: [ReadNotebook]) {
    for notebook in notebooks.compactMap(\.planned) {
      if run(notebook) == .interrupted { return }
    }
  }

  private func run(_ notebook: PlannedNotebook) -> RunOutcome {
    let tools = Workbench.Tools(
      threads: threads, store: RankedStore(ranks: ranks, store: nil), ranks: ranks,
      plan: { planner.plan($0, of: notebook.file, supply: notebook.supply) })
    var bench = Workbench(notebook.document, plan: notebook.plan, tools: tools)
    var report = bench.report
    bench.runToEnd { report.record($0) }
    return report.outcome
  }
}

import NotebookPlanning
import NotebookReport
import NotebookResults
import NotebookSyntax

extension Stepper {
  /// A value under trial: what there was before, to go back to.
  struct Trial {
    /// Such as `learning_rate 0.01`.
    let name: String
    /// The cell that was changed.
    let cell: Int
    let document: NotebookDocument
    let timeline: Timeline
  }

  /// What a training recorded with a value that was tried.
  struct Curve {
    let name: String
    let cell: Int
    let series: [RecordedSeries]
  }

  /// Changes an option of the cell at hand, in this run alone, and goes back to that cell.
  mutating func tryOut(_ edit: OptionEdit) {
    // The cell under way or the next one, or else the one that ran last: whichever takes the option.
    let candidates = [timeline.position, timeline.position - 1].filter { cells.indices.contains($0) }
    var firstProblem: String?
    for index in candidates {
      switch changed(edit, in: index) {
      case .success(let (document, plan)):
        begin(edit, in: index, document, plan)
        return
      case .failure(let problem): firstProblem = firstProblem ?? problem.phrase
      }
    }
    write((firstProblem ?? "there is no cell to change") + "\n")
  }

  private func changed(
    _ edit: OptionEdit, in index: Int
  ) -> Result<(NotebookDocument, RunPlan), StepMistake> {
    do throws(OptionEditProblem) {
      let parsed = notebook.document(try edit.applied(to: document, cell: index))
      let plan = notebook.plan(parsed.value)
      let wrong = parsed.diagnostics + plan.diagnostics
      guard wrong.isEmpty else {
        return .failure(StepMistake(wrong.map { $0.text(file: notebook.file.path) }.joined(separator: "\n")))
      }
      return .success((parsed.value, plan.value))
    } catch {
      return .failure(StepMistake(error.phrase))
    }
  }

  private mutating func begin(_ edit: OptionEdit, in index: Int, _ document: NotebookDocument, _ plan: RunPlan) {
    rememberCurve()
    let name = "\(edit.path.last ?? "") \(edit.value)"
    let base = trial ?? Trial(name: name, cell: index, document: self.document, timeline: timeline)
    trial = Trial(
      name: trial.map { "\($0.name), \(name)" } ?? name, cell: min(base.cell, index), document: base.document,
      timeline: base.timeline)
    self.document = document
    timeline = timeline.replanned(notebook.runner(plan), from: index)
    write("trying \(name) in '\(cells[index].label)'; 'drop' leaves it, 'keep' writes it into \(notebook.file.path)\n")
    showPlace()
  }

  /// Goes back to what there was before anything was tried.
  mutating func drop() {
    guard let trial else {
      write("nothing is being tried; 'set KEY VALUE' does\n")
      return
    }
    rememberCurve()
    (document, timeline) = (trial.document, trial.timeline)
    self.trial = nil
    write("left \(trial.name)\n")
    showPlace()
  }

  /// Writes what was tried into the file, which has to be as it was read.
  mutating func keep() {
    guard let trial else {
      write("nothing is being tried; 'set KEY VALUE' does\n")
      return
    }
    do throws(FileProblem) {
      guard try notebook.file.parse().value.source == trial.document.source else {
        write("\(notebook.file.path) was changed meanwhile and is left as it is; 'drop', then 'e' reads it\n")
        return
      }
      try WholeFile.write(document.source, to: notebook.file.path)
      self.trial = nil
      write("wrote \(trial.name) into \(notebook.file.path)\n")
    } catch {
      write("error: \(error)\n")
    }
  }

  /// Reads the file again and goes back to the first cell that no longer means the same.
  mutating func reread() {
    guard trial == nil else {
      write("a value is being tried; 'drop' or 'keep' it first\n")
      return
    }
    do throws(FileProblem) {
      let parsed = try notebook.file.parse()
      let plan = notebook.plan(parsed.value)
      let wrong = parsed.diagnostics + plan.diagnostics
      guard wrong.isEmpty else {
        write(wrong.map { $0.text(file: notebook.file.path) + "\n" }.joined() + "nothing was changed here\n")
        return
      }
      let changed = self.plan.firstCellThatDiffers(in: plan.value)
      let (position, step) = (timeline.position, timeline.step)
      document = parsed.value
      timeline = timeline.replanned(notebook.runner(plan.value), from: changed)
      earlierCurves = []
      let isBack = changed < position || changed == position && step > 0
      write(
        isBack
          ? "back to '\(cells.indices.contains(changed) ? cells[changed].label : "the end")', the first cell that changed\n"
          : "no cell that has run changed\n")
      showPlace()
    } catch {
      write("error: \(error)\n")
    }
  }

  private mutating func rememberCurve() {
    guard let trial else { return }
    let series = timeline.series(of: trial.cell)
    guard !series.allSatisfy(\.points.isEmpty) else { return }
    earlierCurves.removeAll { $0.name == trial.name && $0.cell == trial.cell }
    earlierCurves.append(Curve(name: trial.name, cell: trial.cell, series: series))
  }

  /// The curves of a training as written and with what was tried, in one chart; nil where nothing was tried.
  func comparison(of index: Int) -> [String]? {
    let now = timeline.series(of: index)
    let before = trial.map { $0.timeline.series(of: index) }
    var curves: [(name: String, series: [RecordedSeries])] = [("as written", before ?? now)]
    curves += earlierCurves.filter { $0.cell == index && $0.name != trial?.name }.map { ($0.name, $0.series) }
    if let trial, trial.cell <= index { curves.append((trial.name, now)) }
    guard curves.count > 1, let first = now.first(where: \.isAccuracy) ?? now.first else { return nil }
    let lines = curves.compactMap { curve in
      curve.series.first { $0.name == first.name && $0.unit == first.unit && !$0.points.isEmpty }.map {
        ChartSeries(name: curve.name, points: $0.points)
      }
    }
    guard lines.count > 1 else { return nil }
    return screen.chart(
      Chart(
        title: "\(cells[index].label).\(first.name)", xLabel: first.unit.rawValue,
        yLabel: first.isAccuracy ? "accuracy" : "loss", series: lines))
  }
}

extension RunPlan {
  /// The first cell whose cache key is another one in a new plan; the number of cells that both have when none is.
  fileprivate func firstCellThatDiffers(in other: RunPlan) -> Int {
    let here = (try? cacheKeys())?.map(\.digest) ?? []
    let there = (try? other.cacheKeys())?.map(\.digest) ?? []
    return zip(here, there).enumerated().first { $1.0 != $1.1 }?.offset ?? min(here.count, there.count)
  }
}

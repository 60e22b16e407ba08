import NotebookPlanning
package import NotebookResults
package import NotebookSyntax

/// Values tried in the cells of a notebook, in this run alone, beside the run as it is written.
package struct Trials {
  /// What is tried at present.
  package struct Trial {
    /// Such as `learning_rate 0.01`.
    package let name: String
    /// The first cell that was changed.
    package let cell: Int
    /// The notebook as it is written.
    package let written: Workbench
  }

  /// What a training recorded with a value that was tried.
  private struct Curve {
    let name: String
    let cell: Int
    let series: [RecordedSeries]
  }

  /// The run at hand, with what is tried.
  package var bench: Workbench
  package private(set) var current: Trial?
  private var earlier: [Curve] = []

  package init(_ bench: Workbench) {
    self.bench = bench
  }

  /// Changes an option of the cell at hand and goes back to that cell.
  ///
  /// - Returns: The cell: the one under way or the next one, or else the one that ran last, whichever takes the option.
  package mutating func tryOut(_ edit: OptionEdit) throws(TrialProblem) -> Int {
    let position = bench.timeline.position
    var firstProblem: TrialProblem?
    for index in [position, position - 1] where bench.plan.cells.indices.contains(index) {
      var changed = bench
      do throws(TrialProblem) {
        let cell = try changed.take(edit, in: index)
        begin("\(edit.path.last ?? "") \(edit.value)", in: cell, changed)
        return cell
      } catch {
        firstProblem = firstProblem ?? error
      }
    }
    throw firstProblem ?? .noCell
  }

  private mutating func begin(_ name: String, in index: Int, _ changed: Workbench) {
    rememberCurve()
    current = Trial(
      name: current.map { "\($0.name), \(name)" } ?? name, cell: min(current?.cell ?? index, index),
      written: current?.written ?? bench)
    bench = changed
  }

  /// Goes back to what is written; gives what is left, nil when nothing was tried.
  package mutating func drop() -> String? {
    guard let current else { return nil }
    rememberCurve()
    bench = current.written
    self.current = nil
    return current.name
  }

  /// Takes what is tried as written.
  package mutating func settle() {
    current = nil
  }

  /// Takes another text of the notebook, where nothing is being tried.
  package mutating func take(_ edited: Diagnosed<NotebookDocument>) throws(WrongNotebook) -> Workbench.Revision {
    let revision = try bench.take(edited)
    earlier = []
    return revision
  }

  private mutating func rememberCurve() {
    guard let current else { return }
    let series = bench.timeline.series(of: current.cell)
    guard !series.allSatisfy(\.points.isEmpty) else { return }
    earlier.removeAll { $0.name == current.name && $0.cell == current.cell }
    earlier.append(Curve(name: current.name, cell: current.cell, series: series))
  }

  /// The curves of a training as written and with what was tried, in one chart; nil where nothing was tried.
  package func comparison(of index: Int) -> Chart? {
    let now = bench.timeline.series(of: index)
    let before = current?.written.timeline.series(of: index)
    var curves: [(name: String, series: [RecordedSeries])] = [("as written", before ?? now)]
    curves += earlier.filter { $0.cell == index && $0.name != current?.name }.map { ($0.name, $0.series) }
    if let current, current.cell <= index { curves.append((current.name, now)) }
    guard curves.count > 1, let first = now.first(where: { $0.metric.isLargerBetter == true }) ?? now.first else {
      return nil
    }
    let lines = curves.compactMap { curve in
      curve.series.first { $0.name == first.name && $0.unit == first.unit && !$0.points.isEmpty }.map {
        ChartSeries(name: curve.name, points: $0.points)
      }
    }
    guard lines.count > 1, let label = bench.report.header.cell(index)?.label else { return nil }
    return Chart(
      title: "\(label).\(first.name)", xLabel: first.unit.rawValue,
      yLabel: first.metric.title, series: lines)
  }
}

/// Why a value cannot be tried.
package enum TrialProblem: Error {
  case noCell
  case edit(OptionEditProblem)
  case notebook(WrongNotebook)
}

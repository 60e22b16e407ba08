import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// Going forward and back.
extension Stepper {
  mutating func takeSteps(_ count: Int) {
    guard !timeline.isFinished, plan.cells[timeline.position].dependencies.steps != nil else {
      write("steps are taken inside a {train}; 'n' runs the next cell\n")
      return
    }
    let (step, isTooMany) = timeline.step.addingReportingOverflow(count)
    advance(until: .step(isTooMany ? .max : step))
  }

  mutating func goBack() {
    guard trials.bench.goBack() else {
      write("this is the beginning\n")
      return
    }
    showPlace()
  }

  mutating func runAgain() {
    let (position, step) = (timeline.position, timeline.step)
    let index = step > 0 ? position : position - 1
    guard index >= 0, trials.bench.goBack(toStartOf: index) else {
      write("no cell has run yet\n")
      return
    }
    advance(until: step > 0 ? .step(step) : .end, afresh: true)
  }

  mutating func go(to index: Int) {
    if index < timeline.position || index == timeline.position && timeline.step > 0 {
      _ = trials.bench.goBack(toStartOf: index)
      showPlace()
    } else if index == timeline.position {
      showPlace()
    } else {
      advance { $0.position < index }
    }
  }

  mutating func runUntil(_ place: String) {
    if let step = Int(place.replacing(",", with: "")), step > 0 {
      takeSteps(max(0, step - timeline.step))
    } else if let accuracy = Double(place), (0...1).contains(accuracy) {
      advance(until: .accuracy(accuracy)) { _ in true }
    } else if let index = cell(place) {
      guard index > timeline.position else {
        write("'\(cells[index].label)' is not ahead; 'g \(cells[index].label)' goes there\n")
        return
      }
      go(to: index)
    }
  }

  /// The cell with a label, or with the only label that begins so; says what is wrong otherwise.
  func cell(_ label: String) -> Int? {
    let labels = cells.map(\.label)
    if let exact = labels.firstIndex(of: label) { return exact }
    let beginning = labels.indices.filter { labels[$0].hasPrefix(label) }
    if beginning.count == 1 { return beginning[0] }
    if beginning.count > 1 {
      write("'\(label)' may be \(Spelling.list(beginning.map { labels[$0] }, conjunction: "or"))\n")
      return nil
    }
    let hint = Spelling.suggestion(for: label, among: labels).map { "; \($0)" } ?? ""
    write("nothing is labelled '\(label)'\(hint)\n")
    return nil
  }
}

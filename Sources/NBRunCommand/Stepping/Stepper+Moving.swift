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

  /// Runs so many cells to their ends; the rest of the one under way is the first.
  mutating func runCells(_ count: Int) {
    let last = timeline.position.addingReportingOverflow(count - 1)
    let end = last.overflow ? cells.count : last.partialValue
    advance { $0.position <= end && !$0.isFinished }
  }

  mutating func goBack(_ count: Int) {
    for taken in 0..<count where !trials.bench.goBack() {
      write("this is the beginning\n")
      if taken > 0 { showPlace() }
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

  /// Runs until a step, a measure or a cell, as it is written.
  mutating func runUntil(_ place: String) {
    if let step = Int(place.replacing(",", with: "")), step > 0 {
      takeSteps(max(0, step - timeline.step))
    } else if let rule = PauseRule(place) {
      advance(until: rule) { _ in true }
    } else if place.contains(where: { "<>=".contains($0) }) {
      write("'u' waits for accuracy>0.9 or loss<0.5, not for '\(place)'\n")
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

extension PauseRule {
  /// A measure as it is written: `0.9`, `accuracy>0.9` or `loss<0.5`.
  fileprivate init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { "<>".contains($0) }.map { $0.hasPrefix("=") ? $0.dropFirst() : $0 }
    guard let bound = parts.last.flatMap({ Double($0) }), bound.isFinite else { return nil }
    switch (parts.count, parts[0], text.contains(">")) {
    case (1, _, false) where (0...1).contains(bound) && !text.contains("<"): self = .accuracy(bound)
    case (2, "accuracy", true): self = .accuracy(bound)
    case (2, "loss", false): self = .loss(bound)
    default: return nil
    }
  }
}

import Foundation
import NotebookReport
import NotebookResults

/// Says on standard error what a run does: a fold over its events.
struct ProgressReporter {
  private enum Form {
    case bar
    case lines
    case json
    case silent

    /// The least time between two reports of how far a cell is.
    var pause: Duration {
      switch self {
      case .bar, .json: .milliseconds(100)
      case .lines: .seconds(1)
      case .silent: .zero
      }
    }
  }

  private let form: Form
  private let header: RunHeader
  private let file: String
  /// The labels of cells above that give the same as a cell, by its index.
  private let twins: [Int: String]
  private let clock = ContinuousClock()
  private var cellStart = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var barIsShown = false
  /// The cell's first report, and when it came: what begins a cell, such as drawing digits, is no measure of its steps.
  private var first: (done: Double, time: ContinuousClock.Instant)?

  init(style: ProgressStyle, header: RunHeader, file: String, twins: [Int: String] = [:]) {
    self.header = header
    self.twins = twins
    self.file = file
    form =
      switch style {
      case .auto: Console.isTerminal(.error) ? .bar : .lines
      case .plain: .lines
      case .json: .json
      case .none: .silent
      }
  }

  /// Tells an event.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - named: Whether to say the name of a cell that begins.
  mutating func record(_ event: RunEvent, named: Bool = true) {
    guard isDue(event) else { return }
    if !named, case .cellStarted = event { return }
    switch form {
    case .silent: break
    case .json: Console.write("\(ProgressJSON.line(event, header: header, file: file))\n", to: .error)
    case .bar, .lines: show(event)
    }
  }

  /// Whether an event is to be told now: all are, but of progress only as much as a reader can follow.
  private mutating func isDue(_ event: RunEvent) -> Bool {
    let now = clock.now
    if case .progress(_, let progress) = event, first == nil { first = (progress.done, now) }
    switch event {
    case .cellStarted: (cellStart, lastShown, first) = (now, now, nil)
    case .progress(_, let progress) where now - lastShown < form.pause:
      return form == .json && progress.step == progress.totalSteps
    case .progress: lastShown = now
    case .runStarted, .cellReused, .cellPaused, .cellFinished, .cellFailed: break
    }
    return true
  }

  private mutating func show(_ event: RunEvent) {
    switch event {
    case .runStarted(let header):
      Console.write("\(file): \(header.title)\n", to: .error)
    case .cellStarted(let index):
      Console.write("\(name(index))\n", to: .error)
    case .progress(_, let progress):
      show(progress)
    case .cellReused(let index, let steps):
      let whole = twins[index].map { "the same as '\($0)'" } ?? "kept from an earlier run"
      Console.write("      \(steps.map { "goes on after step \($0)" } ?? whole)\n", to: .error)
    case .cellPaused(_, let pause):
      clear()
      Console.write("      \(pause.phrase)\n", to: .error)
    case .cellFinished(_, let result):
      clear()
      for notice in result.notices { Console.write("      note: \(notice)\n", to: .error) }
      if let summary = summary(result) { Console.write("      \(summary)\n", to: .error) }
    case .cellFailed(_, let failure):
      clear()
      Console.write("      \(failure.kind == .interrupted ? "" : "failed: ")\(failure.message)\n", to: .error)
    }
  }

  private func name(_ index: Int) -> ConsoleText {
    guard let cell = header.cell(index) else { return "" }
    return "[\(index + 1)/\(header.cells.count)] \(cell.keyword) \(cell.label)"
  }

  /// The numbers that a reader waits for, and how long they took.
  private func summary(_ result: CellResult) -> String? {
    let numbers = result.fields.filter {
      ["accuracy", "loss", "steps", "parameters", "train_images"].contains($0.name)
    }
    let words = numbers.map { "\($0.name.replacing("_", with: " ")) \(QuantityText.text($0.quantity))" }
    let seconds = (clock.now - cellStart) / .seconds(1)
    let time = seconds >= 0.1 ? [ProgressLine.seconds(seconds)] : []
    let all = words + time
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }

  private mutating func show(_ progress: CellProgress) {
    let (done, time) = first ?? (progress.done, clock.now)
    let line = ProgressLine(progress, since: done, elapsed: (clock.now - time) / .seconds(1))
    if form == .bar {
      Console.write("\r\u{1B}[K\(line.bar(width: Console.width(of: .error) - 1))", to: .error)
      barIsShown = true
    } else {
      Console.write("      \(line.text)\n", to: .error)
    }
  }

  /// Takes the bar off the terminal.
  mutating func clear() {
    if barIsShown { Console.write("\r\u{1B}[K", to: .error) }
    barIsShown = false
  }
}

import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax

/// Runs a notebook one cell at a time, forward and back, as lines of input say, and writes what comes of it.
struct Stepper {
  var trials: Trials
  let file: NotebookFile
  private(set) var page: PageWriter
  /// Where the last command that moved began.
  private var origin: Timeline.Stop
  private let input: StepInput
  let screen: StepScreen
  let write: (ConsoleText) -> Void

  init(
    _ bench: Workbench, file: NotebookFile, page: PageWriter, input: StepInput = .standard,
    screen: StepScreen = .standard,
    write: @escaping (ConsoleText) -> Void = { Console.write($0, to: .output) }
  ) {
    trials = Trials(bench)
    self.file = file
    self.page = page
    self.input = input
    self.screen = screen
    self.write = write
    origin = bench.timeline.current
  }

  var timeline: Timeline { trials.bench.timeline }
  var report: RunReport { timeline.report }
  var plan: RunPlan { trials.bench.plan }
  var cells: [RunHeader.CellHeader] { report.header.cells }

  /// Reads commands until quitting or the end of input, which quits as well.
  mutating func run() {
    write("\(report.header.title): \(cells.count) cells; type 'help' for what can be typed\n")
    showPlace()
    while true {
      write(screen.keys)
      if !input.showsPrompt { write(prompt) }
      guard let line = input.readLine(prompt: prompt.text, completing: completions) else {
        write("\n")
        break
      }
      if Interruption.isRequested { break }
      switch StepCommand.read(line) {
      case .failure(let mistake): write("\(mistake.phrase)\n")
      case .success(.quit):
        trials.bench.keepWork()
        return
      case .success(let command): perform(command)
      }
      Interruption.answer()
      if Interruption.isRequested { break }
    }
    trials.bench.keepWork()
  }

  private var prompt: ConsoleText { trials.current.map { "step (\($0.name))> " } ?? "step> " }

  private var completions: [String] {
    let series = cells.flatMap { cell in timeline.series(of: cell.index).map { "\(cell.label).\($0.name)" } }
    return StepCommand.forms.map(\.name) + cells.map(\.label) + series
  }

  private mutating func perform(_ command: StepCommand) {
    let before = timeline.current
    switch command {
    case .next: advance()
    case .steps(let count): takeSteps(count)
    case .back: goBack()
    case .again: runAgain()
    case .go(let label): if let index = cell(label) { go(to: index) }
    case .until(let place): runUntil(place)
    case .proceed: advance { !$0.isFinished }
    case .print(let name): printThing(name)
    case .changes: write(StepChanges(from: origin, to: timeline.current, report: report, plan: plan).text)
    case .set(let edit): tryOut(edit)
    case .drop: drop()
    case .keep: keep()
    case .reread: reread()
    case .writePage: writePage(isAsked: true)
    case .openPage:
      writePage(isAsked: false)
      if !Browser.open(page.path) { write("\(Browser.absence)\n") }
    case .help: write(StepCommand.helpText)
    case .quit: break
    }
    if command.moves { origin = before }
    if command.turnsBack { writePage(isAsked: false) }
  }

  /// Runs cells one after the other, shows what came of each and writes the page where the run stands still.
  private mutating func advance(until pause: PauseRule = .end, while goesOn: (Timeline) -> Bool) {
    while advanceOne(until: pause) == .finished, goesOn(timeline) {
      let report = report
      page.writeWhenDue(report)
    }
    writePage(isAsked: false)
  }

  /// Runs the next cell, or a part of it, shows what came of it and writes the page.
  mutating func advance(until pause: PauseRule = .end, afresh: Bool = false) {
    advanceOne(until: pause, afresh: afresh)
    writePage(isAsked: false)
  }

  /// Runs the next cell, or a part of it, and shows what came of it; the page may follow later.
  @discardableResult
  private mutating func advanceOne(until pause: PauseRule = .end, afresh: Bool = false) -> Runner.CellEnd {
    guard !timeline.isFinished else {
      write("that was the last cell; 'b' goes back, 'p LABEL' prints a cell, 'q' quits\n")
      return .nothingLeft
    }
    let index = timeline.position
    let write = write
    var terminal = ProgressReporter(style: .auto, header: report.header, file: file.path)
    var page = page
    let end = trials.bench.advance(until: pause, afresh: afresh) { event in
      page.recordFiles(event)
      switch event {
      case .cellStarted, .progress: terminal.record(event, named: false)
      case .cellReused(_, let steps):
        write(steps.map { "kept from before: the first \($0) steps\n" } ?? "kept from before\n")
      case .cellFinished, .cellFailed, .cellPaused: terminal.clear()
      case .runStarted: break
      }
    }
    self.page = page
    show(index)
    if end == .finished { showPlace() }
    return end
  }

  private mutating func takeSteps(_ count: Int) {
    guard !timeline.isFinished, plan.cells[timeline.position].dependencies.steps != nil else {
      write("steps are taken inside a {train}; 'n' runs the next cell\n")
      return
    }
    let (step, isTooMany) = timeline.step.addingReportingOverflow(count)
    advance(until: .step(isTooMany ? .max : step))
  }

  private mutating func goBack() {
    guard trials.bench.goBack() else {
      write("this is the beginning\n")
      return
    }
    showPlace()
  }

  private mutating func runAgain() {
    let (position, step) = (timeline.position, timeline.step)
    let index = step > 0 ? position : position - 1
    guard index >= 0, trials.bench.goBack(toStartOf: index) else {
      write("no cell has run yet\n")
      return
    }
    advance(until: step > 0 ? .step(step) : .end, afresh: true)
  }

  private mutating func go(to index: Int) {
    if index < timeline.position || index == timeline.position && timeline.step > 0 {
      _ = trials.bench.goBack(toStartOf: index)
      showPlace()
    } else if index == timeline.position {
      showPlace()
    } else {
      advance { $0.position < index }
    }
  }

  private mutating func runUntil(_ place: String) {
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

  mutating func writePage(isAsked: Bool) {
    do throws(FileProblem) {
      try page.write(report)
      if isAsked { write("wrote \(page.path)\n") }
    } catch {
      write("error: \(error)\n")
    }
  }
}

extension StepCommand {
  /// Whether the run may stand elsewhere afterwards.
  fileprivate var moves: Bool {
    switch self {
    case .next, .steps, .back, .again, .go, .until, .proceed, .set, .drop, .keep, .reread: true
    case .print, .changes, .writePage, .openPage, .help, .quit: false
    }
  }

  /// Whether the page may show less afterwards, although no cell has run.
  fileprivate var turnsBack: Bool {
    switch self {
    case .back, .go, .set, .drop, .keep, .reread: true
    default: false
    }
  }
}

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
  /// The run as it was then; nil where no way leads back.
  private var before: Trials?
  /// What the cells have taken in this session.
  private(set) var clock = StepClock()
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
    let (stop, run) = (timeline.current, trials)
    switch command {
    case .next(let count): runCells(count)
    case .steps(let count): takeSteps(count)
    case .back(let count): goBack(count)
    case .undo: undo()
    case .again: runAgain()
    case .go(let label): if let index = cell(label) { go(to: index) }
    case .until(let place): runUntil(place)
    case .proceed: advance { !$0.isFinished }
    case .place: showPlace()
    case .cells: write(StepList(report: report, position: timeline.position, clock: clock, width: screen.width).text)
    case .print(let words): printThing(words)
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
    if command.moves, command != .undo || before != nil {
      origin = stop
      before = command.settles ? nil : run
    }
    if command.turnsBack { writePage(isAsked: false) }
  }

  /// Takes the run as it was before the last command that moved, and that one in its place.
  private mutating func undo() {
    guard let before else {
      write("there is nothing to undo\n")
      return
    }
    trials = before
    showPlace()
  }

  /// Runs cells one after the other, shows what came of each and writes the page where the run stands still.
  mutating func advance(until pause: PauseRule = .end, while goesOn: (Timeline) -> Bool) {
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
    clock.start(index, isFresh: timeline.step == 0 || afresh)
    var wasKept = false
    let write = write
    var terminal = ProgressReporter(style: .auto, header: report.header, file: file.path)
    var page = page
    let end = trials.bench.advance(until: pause, afresh: afresh) { event in
      page.recordFiles(event)
      switch event {
      case .cellStarted, .progress: terminal.record(event, named: false)
      case .cellReused(_, let steps):
        wasKept = true
        write(steps.map { "kept from before: the first \($0) steps\n" } ?? "kept from before\n")
      case .cellFinished, .cellFailed, .cellPaused: terminal.clear()
      case .runStarted: break
      }
    }
    self.page = page
    clock.stop(index, wasKept: wasKept)
    show(index)
    if end == .finished { showPlace() }
    return end
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

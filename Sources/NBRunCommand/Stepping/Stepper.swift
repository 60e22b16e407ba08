import NotebookReport
import NotebookRuntime
import NotebookSyntax

/// Runs a notebook one cell at a time, as the lines of standard input say.
struct Stepper {
  private(set) var report: RunReport
  private var runner: Runner
  private let file: String
  private let page: String
  private let readLine: () -> String?
  private let write: (String) -> Void
  private let width: Int

  init(
    runner: Runner, file: String, page: String, width: Int = Console.width(of: .output),
    readLine: @escaping () -> String? = { Swift.readLine() },
    write: @escaping (String) -> Void = { Console.write($0, to: .output) }
  ) {
    self.runner = runner
    self.file = file
    self.page = page
    self.width = width
    self.readLine = readLine
    self.write = write
    report = RunReport(header: runner.plan.header)
  }

  /// Reads commands until quitting, the end of the notebook, or the end of input, which quits as well.
  mutating func run() {
    write("\(report.header.title): \(runner.plan.cells.count) cells; type 'help' for what can be typed\n")
    showNextCell()
    while true {
      write("step> ")
      guard let line = readLine() else {
        write("\n")
        return
      }
      switch StepCommand.read(line) {
      case .failure(let mistake): write(mistake.phrase + "\n")
      case .success(.quit): return
      case .success(let command): perform(command)
      }
      if Interruption.isRequested { return }
    }
  }

  private mutating func perform(_ command: StepCommand) {
    switch command {
    case .next: runNext()
    case .proceed:
      while !runner.isFinished, runNext() {}
    case .print(let label): printCell(label)
    case .writePage: writePage()
    case .help: write(StepCommand.helpText)
    case .quit: break
    }
  }

  @discardableResult
  private mutating func runNext() -> Bool {
    guard !runner.isFinished else {
      write("that was the last cell; 'p LABEL' prints one, 'q' quits\n")
      return false
    }
    let index = runner.position
    var report = report
    var terminal = ProgressReporter(style: .auto, header: report.header, file: file)
    let end = runner.runNextCell { event in
      report.record(event)
      if case .progress = event { terminal.record(event) }
      if case .cellFinished = event { terminal.clear() }
    }
    self.report = report
    show(index)
    if end == .finished { showNextCell() }
    return end == .finished
  }

  private func showNextCell() {
    guard let cell = report.header.cell(runner.position) else {
      write("(end) every cell has run\n")
      return
    }
    let source = cell.source.split(separator: "\n").map { "    \($0)\n" }.joined()
    write("(\(cell.index + 1)/\(report.cells.count)) {\(cell.keyword)} \(cell.label)  \(file):\(cell.line)\n\(source)")
  }

  private func printCell(_ label: String?) {
    guard let label else {
      if runner.position > 0 { show(runner.position - 1) } else { write("no cell has run yet\n") }
      return
    }
    guard let cell = report.header.cells.first(where: { $0.label == label }) else {
      let hint = Spelling.suggestion(for: label, among: report.header.cells.map(\.label)).map { "; \($0)" } ?? ""
      write("nothing is labelled '\(label)'\(hint)\n")
      return
    }
    show(cell.index)
  }

  private func show(_ index: Int) {
    switch report.cells[index] {
    case .notRun: write("'\(report.header.cells[index].label)' has not run yet\n")
    case .paused: break
    case .failed(let failure):
      write("failed: \(failure.text)\n")
    case .finished(let result):
      for notice in result.notices { write("note: \(notice)\n") }
      for output in result.outputs { write(TerminalText.text(for: output, width: width) + "\n") }
      for expectation in result.expectations { write(ExpectationText.text(expectation) + "\n") }
    }
  }

  private func writePage() {
    do throws(FileProblem) {
      try WholeFile.write(ReportPage.html(for: report), to: page)
      write("wrote \(page)\n")
    } catch {
      write("error: \(error)\n")
    }
  }
}

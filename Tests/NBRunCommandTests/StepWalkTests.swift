import Foundation
import NotebookReport
import NotebookResults
import NotebookRunning
import NotebookSyntax
import SeededRandom
import TestSupport
import Testing

@testable import NBRunCommand

/// Wherever one steps, back and forth, a run ends in the bytes of a straight one.
struct StepWalkTests {
  private static let notebooks = [
    Command.notebook,
    Command.notebook + """
      ```{train}
      label: more
      epochs: 3
      batch: 20
      epoch_steps: 3
      optimizer: {sgd: {learning_rate: 0.1, momentum: 0.5}}
      report: {test_loss: every epoch, test_batch_accuracy: every 2 steps}
      ```
      ```{evaluate}
      label: again
      expect: again.accuracy >= 0
      ```
      ```{save}
      of: more
      layout: keras
      ```
      ```{chart}
      label: both
      series: [fit.batch_accuracy, {values: [0.1, 0.2, 0.3], every: 2 steps, name: printed}]
      ```

      """,
    """
    ```{load}
    label: digits
    dataset: digits
    train: 40
    test: 20
    order: as_filed
    ```
    ```{build}
    label: one
    layers: [simple_rnn: {units: 5}, dense: {units: 10}]
    ```
    ```{build}
    label: two
    layers: [dense: {units: 6}, lstm: {units: 5}, dense: {units: 10}]
    ```
    ```{train}
    label: first
    model: one
    steps: 7
    batch: 8
    report: {train_loss: every 3 steps}
    ```
    ```{train}
    label: second
    model: two
    steps: 5
    batch: 8
    ```
    ```{train}
    label: third
    model: one
    steps: 4
    batch: 8
    report: {batch_loss: every step}
    ```
    ```{compare}
    label: printed
    rows: [{subject: a loss, measured: third.loss, range: 0..9}]
    ```
    The loss is {{third.loss}}.

    """,
  ]

  /// Walks taken for each notebook; `NBRUN_WALKS` asks for more.
  private static let count = ProcessInfo.processInfo.environment["NBRUN_WALKS"].flatMap(Int.init) ?? 8

  @Test(arguments: notebooks.indices, 0..<count)
  func endsInTheBytesOfAStraightRun(_ number: Int, _ walk: Int) throws {
    let stepped = try SteppedNotebook(Self.notebooks[number], keeps: walk % 2 == 1)
    let labels = try stepped.step([]).report.header.cells.map(\.label)
    var random = RandomStream(seed: UInt64(walk), purpose: .tests, index: number)
    let lines = (0..<12 + random.whole(below: 20)).map { _ -> String in
      switch random.whole(below: 6) {
      case 0: "b"
      case 1: "g \(labels[random.whole(below: labels.count)])"
      case 2: "s \(1 + random.whole(below: 4))"
      case 3: "r"
      default: "n"
      }
    }
    let report = try stepped.step(lines + ["c"]).report
    #expect(report.outcome == .succeeded)
    #expect(try ReportPage.html(for: report) == stepped.straightPage(), "\(lines)")
    #expect(try stepped.folder.text(of: "output/small.html") == stepped.straightPage())
  }

  @Test func isNotSlowedDownByATerminalLargerThanAnyScreen() throws {
    let command = try Command()
    try command.folder.write("# Nothing to do\n", to: "a.md")
    let terminal = try PseudoTerminal()
    terminal.resize(columns: .max, lines: .max)
    try terminal.type("q\n")
    let process = try command.start(["a.md", "--step"], output: terminal.terminal, keyboard: terminal.terminal)
    for _ in 0..<400 where process.isRunning { usleep(50_000) }
    let wasSlow = process.isRunning
    if wasSlow { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(!wasSlow && process.terminationStatus == 0)
  }

  @Test func savesMemoryWithoutForgettingAnyStop() throws {
    let stepped = try SteppedNotebook(Command.notebook)
    let document = try stepped.file.parse().value
    let plan = stepped.plan(document).value
    var timeline = Timeline(Runner(plan: plan, options: Runner.Options(threads: 1)), budget: 1)
    _ = timeline.advance { _ in }
    _ = timeline.advance { _ in }
    var fields: [[RecordedSeries]] = []
    for step in 1...5 {
      _ = timeline.advance(until: .step(step)) { _ in }
      fields.append(timeline.series(of: 2))
    }
    for step in (1...5).reversed() {
      #expect(timeline.step == step)
      #expect(timeline.series(of: 2) == fields[step - 1])
      let hasGone = timeline.goBack()
      #expect(hasGone)
    }
    #expect(timeline.step == 0)
  }
}

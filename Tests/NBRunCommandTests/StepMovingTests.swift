import NotebookResults
import TestSupport
import Testing

@testable import NBRunCommand

/// Where the commands of `--step` lead, and what they answer.
struct StepMovingTests {
  private func answers(_ lines: String...) throws -> [String] {
    try SteppedNotebook(Command.notebook).step(lines).answers
  }

  @Test func goesBackOneStopAtATime() throws {
    let answers = try answers("n", "n", "b", "b", "b")
    #expect(answers[3].hasPrefix("(2/4) {build} net"))
    #expect(answers[4].hasPrefix("(1/4) {load} digits"))
    #expect(answers[5] == "this is the beginning\n")
  }

  @Test func runsSoManyCellsAndGoesBackSoManyStops() throws {
    let answers = try answers("n 2", "b 2", "n 1,000", "b 99", "n 0", "b x")
    #expect(answers[1].contains("(2/4) {build} net") && answers[1].contains("(3/4) {train} fit"))
    #expect(answers[2].hasPrefix("(1/4) {load} digits"))
    #expect(answers[3].hasSuffix("(end) every cell has run\n"))
    #expect(answers[4].hasPrefix("this is the beginning\n(1/4) {load} digits"))
    #expect(answers[5] == "'n' takes a number of cells\n")
    #expect(answers[6] == "'b' takes a number of stops\n")
  }

  @Test func runsUntilAMeasure() throws {
    let answers = try answers(
      "g fit", "u loss<1e9", "b", "u loss < 0", "b 9", "g fit", "u accuracy>=0", "u loss>1", "u accuracy<0.5",
      "u loss<x", "u")
    #expect(answers[2].contains("step 1 of 6"), "no step has been taken before the first")
    #expect(answers[4].contains("(end) every cell has run"))
    #expect(answers[7].contains("step 1 of 6"))
    #expect(answers[8] == "'u' waits for accuracy>0.9 or loss<0.5, not for 'loss>1'\n")
    #expect(answers[9] == "'u' waits for accuracy>0.9 or loss<0.5, not for 'accuracy<0.5'\n")
    #expect(answers[10] == "'u' waits for accuracy>0.9 or loss<0.5, not for 'loss<x'\n")
    #expect(answers[11] == "'u' takes a label, a step or a measure such as loss<0.5\n")
  }

  @Test func explainsItselfIn80Columns() {
    for line in StepCommand.helpText.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let words = StepCommand.forms.flatMap { Set([$0.short, $0.name] + $0.alsoKnownAs) }
    #expect(Set(words).count == words.count, "no word stands for two commands")
  }

  @Test func drawsChartsBeforeTablesAsWideAsTheTerminal() throws {
    let screen = StepScreen(width: 120, height: 60, style: TextStyle(isColoured: false))
    let answers = try SteppedNotebook(Command.notebook).step(["n 2", "n"], screen: screen).answers
    let lines = answers[2].split(separator: "\n")
    let chart = try #require(lines.firstIndex { $0.contains(" +--") || $0.contains("|") })
    let table = try #require(
      lines.firstIndex { $0.hasPrefix("step ") || $0.contains("batch accuracy") && $0.contains("step") })
    #expect(chart < table)
    #expect(lines.map(\.count).max() ?? 0 > 100)
  }

  @Test func quitsByTheNameThatShellsHaveForIt() throws {
    #expect(try answers("exit", "n").count == 2)
  }

  @Test func stopsInsideATrainingAndGoesBackThere() throws {
    let answers = try answers("n", "n", "s 2", "s", "b", "b", "n")
    #expect(answers[3].hasPrefix("(3/4) {train} fit  "))
    #expect(answers[3].contains("  step 2 of 6, loss "))
    #expect(answers[4].contains("  step 3 of 6, loss "))
    #expect(answers[5].contains("  step 2 of 6, loss "))
    #expect(answers[6].contains("    label: fit\n"), "before its first step")
    #expect(answers[7].contains("(4/4) {evaluate} test"), "the rest in one go")
  }

  @Test func takesStepsInTrainingsOnly() throws {
    #expect(try answers("s 5")[1] == "steps are taken inside a {train}; 'n' runs the next cell\n")
    #expect(try answers("s 0")[1] == "'s' takes a number of steps\n")
    #expect(try answers("n", "n", "s 9,223,372,036,854,775,807", "b")[4].contains("{train} fit"))
  }

  @Test func writesThePageOnceForManyCellsInARow() throws {
    let stepped = try SteppedNotebook(
      (0..<50).map { "```{load}\ndataset: digits\ntrain: \($0 + 1)\ntest: 10\n```\n" }.joined())
    var count = 0
    let page = PageWriter(path: stepped.page, pause: .seconds(1000), write: { _, _ in count += 1 })
    _ = try stepped.step(["n", "u load-40"], page: page)
    #expect(count == 2)
    count = 0
    _ = try stepped.step(["c"], page: page)
    #expect(count == 1)
  }

  @Test func goesToALabelInEitherDirection() throws {
    let answers = try answers("g test", "g net", "g fi", "g tst", "g p q")
    #expect(answers[1].hasSuffix("label: test\n    on: digits.test\n"))
    #expect(answers[2].hasPrefix("(2/4) {build} net"))
    #expect(answers[3].contains("(3/4) {train} fit"))
    #expect(answers[4] == "nothing is labelled 'tst'; did you mean 'test'?\n")
    #expect(answers[5] == "'g' takes one label\n")
  }

  @Test func runsUntilACellAStepOrAnAccuracy() throws {
    let answers = try answers("u fit", "u 4", "u 4", "u net", "b", "u 0.0")
    #expect(answers[1].contains("(3/4) {train} fit"))
    #expect(answers[2].contains("step 4 of 6"))
    #expect(answers[3].contains("step 4 of 6"))
    #expect(answers[4] == "'net' is not ahead; 'g net' goes there\n")
    #expect(answers[5].contains("    label: fit\n"), "standing still is no stop of its own")
    #expect(answers[6].contains("step 1 of 6"), "an accuracy is recorded at step 0")
  }

  @Test func runsACellAgainToTheSameNumbers() throws {
    let answers = try answers("g test", "n", "r", "p", "b", "b", "s 3", "r")
    #expect(answers[2].dropLast(30).hasPrefix("On the test images"))
    #expect(answers[3] == answers[2])
    #expect(answers[8] == answers[7])
    #expect(try self.answers("r")[1] == "no cell has run yet\n")
  }

  @Test func printsSeriesAndWeights() throws {
    let answers = try answers("g test", "p fit.batch_accuracy", "p fit.loss", "p net", "p fit.batch_acuracy")
    #expect(answers[2].hasPrefix("fit.batch_accuracy\n\naccuracy\n"))
    #expect(answers[3] == "'fit' has recorded no 'loss' by now; there is 'batch_accuracy'\n")
    #expect(answers[4].contains("Weights now\n"))
    #expect(answers[4].contains("lstm_1/kernel"))
    #expect(answers[5].contains("did you mean 'batch_accuracy'?"))
  }

  @Test func showsAnExampleAsTheNetworkReadsItThere() throws {
    let answers = try answers("p 2", "g fit", "p 2", "s 3", "p 2", "n", "p 2", "p 2 states gates", "d")
    #expect(answers[1] == "a network has to be built and data loaded before an example can be looked at\n")
    #expect(answers[3].contains("Example 2"))
    #expect(Set([answers[3], answers[5], answers[7]]).count == 3, "the weights are those of the moment")
    #expect(answers[8].contains("forget"))
    #expect(answers[9].contains("fit: ran\n"), "looking moves nothing")
  }

  @Test func showsOfAnExampleWhatATraceThereWouldShow() throws {
    let notebook = Command.notebook.replacing("```{evaluate}", with: "```{trace}\nexample: 3\n```\n```{evaluate}")
    let traced = try SteppedNotebook(notebook).step(["g test", "p trace-4"]).answers[2]
    let looked = try SteppedNotebook(Command.notebook).step(["g test", "p 3"]).answers[2]
    #expect(traced == looked)
    #expect(looked.count > 200)
  }

  @Test func showsAnExampleOfANotebookWhoseLinesEndInAnyWay() throws {
    let further =
      Command.notebook + "```{build}\nlabel: later\nlayers: [{lstm: {units: 3}}, {dense: {units: 10}}]\n```\n"
    let looked = try SteppedNotebook(further).step(["g test", "p 3"]).answers[2]
    let returned = try SteppedNotebook(further.replacing("\n", with: "\r\n")).step(["g test", "p 3"]).answers[2]
    #expect(looked.contains("Example 3"))
    #expect(returned == looked)
  }

  @Test func saysWhatIsWrongWithAnExample() throws {
    let answers = try answers("g fit", "p 2 gate", "p 0", "p 100000", "p 2 gates", "p right gradient")
    #expect(answers[2].contains("did you mean 'gates'?"))
    #expect(answers[3].contains("'example' is"))
    #expect(answers[4].contains("test images"))
    #expect(answers[5].contains("forget"))
    #expect(!answers[6].isEmpty)
  }

  @Test func tellsWhatChangedSinceTheLastStop() throws {
    let answers = try answers("d", "g fit", "s 2", "d", "n", "d", "b", "d")
    #expect(answers[1] == "nothing changed since the last stop\n")
    #expect(answers[4].contains("fit: at step 2 of 6\n"))
    #expect(answers[4].contains("net lstm_1/kernel: moved by "))
    #expect(answers[4].contains("fit.batch_accuracy: 1 more points, the last "))
    #expect(answers[6].contains("fit: ran\n  fit.steps = 6\n"))
    #expect(answers[8].contains("fit: at step 2 of 6\n"))
  }

  @Test func writesThePageAtEveryStop() throws {
    let stepped = try SteppedNotebook(Command.notebook)
    var sizes: [Int] = []
    _ = try stepped.step(["n", "n", "s 3", "n", "n", "b"]) { _ in
      sizes.append((try? stepped.folder.text(of: "output/small.html").utf8.count) ?? 0)
    }
    #expect(sizes[0] == 0)
    #expect(sizes[1] > 0 && sizes[2] > sizes[1] && sizes[3] > sizes[2] && sizes[5] > sizes[3])
  }

  @Test func showsBarsAndHeatMapsAmongTheCharts() {
    let bars = BarChart(title: "Bars", label: "loss", bars: [BarChart.Bar(name: "a", quantity: .real(1))])
    let map = HeatMap(
      title: "Map", rowLabel: "units", columnLabel: "rate", rows: ["4"], columns: ["0.1"], cells: [[.failed]],
      isLargerBetter: nil)
    let table = Table(caption: "Table", columns: ["a"], rows: [])
    let screen = StepScreen(width: 40, height: nil, style: TextStyle(isColoured: false))
    let result = CellResult(outputs: [.table(table), .heatMap(map), .bars(bars)])
    #expect(screen.charts(result).map(\.text).filter { ["Table", "Map", "Bars"].contains($0) } == ["Map", "Bars"])
    #expect(
      screen.result(result).map(\.text).filter { ["Table", "Map", "Bars"].contains($0) } == ["Map", "Bars", "Table"])
  }

  @Test func fitsOnOneScreen() throws {
    for (width, height) in [(80, 24), (40, 12), (200, 60)] {
      let screen = StepScreen(width: width, height: height, style: TextStyle(isColoured: false))
      let answers = try SteppedNotebook(Command.notebook).step(["n", "n", "s 4", "n", "n"], screen: screen).answers
      for answer in answers.dropFirst() {
        #expect(answer.split(separator: "\n", omittingEmptySubsequences: false).count <= height + 1, "\(answer)")
      }
    }
  }

  @Test(arguments: [(["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "dumb"], false)])
  func coloursOnATerminalWhereItIsAllowed(_ environment: [String: String], _ isColoured: Bool) throws {
    var command = try Command()
    command.environment = environment
    try command.folder.write(Command.notebook, to: "small.md")
    let screen = try PseudoTerminal()
    let process = try command.start(["small.md", "--step"], input: "q\n", output: screen.terminal)
    #expect(try command.finish(process).status == 0)
    let text = try screen.text()
    #expect(text.contains("{load} digits"))
    #expect(text.contains("\u{1B}[1m(1/4) {load} digits\u{1B}[0m") == isColoured)
    #expect(text.contains("\u{1B}") == isColoured)
  }

  @Test func coloursOnlyWhereItIsAllowed() {
    #expect(!TextStyle(for: .output, environment: ["TERM": "xterm"]).isColoured || Console.isTerminal(.output))
    #expect(!TextStyle(for: .output, environment: ["NO_COLOR": "1"]).isColoured)
    #expect(!TextStyle(for: .output, environment: ["TERM": "dumb"]).isColoured)
    #expect(TextStyle(isColoured: false).strong("a") == "a")
    #expect(TextStyle(isColoured: true).bad("a") == "\u{1B}[31ma\u{1B}[0m")
  }
}

import Foundation
import NotebookResults
import TestSupport
import Testing

@testable import NBRunCommand

/// What the command says while it runs, and how long cells took.
struct ProgressTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "'\($0)' is no object")
    }
  }

  /// What comes before the first report, such as drawing digits, is no measure of what is left.
  @Test func tellsTheTimeThatIsLeftOnceItHasSeenStepsGoBy() {
    func text(step: Int, elapsed: Double) -> String {
      let progress = CellProgress(step: step, totalSteps: 401, loss: nil, accuracy: nil)
      return ProgressLine(progress, since: 1, elapsed: elapsed).text
    }
    #expect(text(step: 1, elapsed: 0) == "step 1/401")
    #expect(text(step: 1, elapsed: 5) == "step 1/401")
    #expect(text(step: 101, elapsed: 10) == "step 101/401, 10.0 steps/s, 30 s left")
  }

  @Test func isOneObjectALineForPrograms() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let objects = try objects(try command.run("small.md", "--progress", "json").error)
    let events = objects.compactMap { $0["event"] as? String }
    #expect(events.count == objects.count)
    let cell = ["cell-started", "cell-finished"]
    let expected = ["run-started"] + cell + cell + cell + cell + ["run-finished", "finished"]
    #expect(events.filter { $0 != "progress" } == expected)
    #expect(objects.first?["cells"] as? Int == 4)
    #expect(objects.first?["title"] as? String == "A small notebook")
    let steps = objects.filter { $0["event"] as? String == "progress" }
    let numbers = steps.compactMap { $0["step"] as? Int }
    #expect(numbers == numbers.sorted())
    #expect(numbers.last == 6, "the last step is told however quick it was")
    #expect(steps.allSatisfy { $0["label"] as? String == "fit" && $0["cell"] as? Int == 3 && $0["line"] as? Int == 18 })
    let last = try #require(objects.dropLast(2).last?["fields"] as? [String: Double])
    #expect(Set(last.keys) == ["accuracy", "loss", "images", "correct", "mistakes"])
    #expect(last["images"] == 20)
  }

  @Test func saysInJSONWhyACellFailed() throws {
    let command = try Command()
    try command.folder.write(Command.failing, to: "failing.md")
    let objects = try objects(try command.run("failing.md", "--progress", "json").error)
    let failed = objects.dropLast(2).last
    #expect(failed?["event"] as? String == "cell-failed")
    #expect((failed?["message"] as? String)?.hasPrefix("the loss is ") == true)
  }

  @Test func saysInJSONOfEachOfSeveralNotebooksWhatBecameOfIt() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "a/small.md")
    try command.folder.write(Command.notebook, to: "b/small.md")
    try command.folder.write(Command.missing, to: "missing.md")
    try command.folder.write("```{laod}\n```\n", to: "wrong.md")
    #expect(try command.run("a/small.md", "--progress", "none").status == 0)
    let result = try command.run("b/small.md", "wrong.md", "missing.md", "--progress", "json")
    let objects = try objects(result.error)
    let files = objects.dropLast().map { $0["file"] as? String }
    #expect(Set(files) == ["b/small.md", "wrong.md", "missing.md"], "each line stands for itself, on mistakes too")
    #expect(objects.first?["id"] as? String == "directive.unknown" && objects.first?["line"] as? Int == 1)
    let note = objects.first { $0["event"] as? String == "message" }
    #expect(note?["severity"] as? String == "note" && note?["file"] as? String == "b/small.md")
    #expect((note?["message"] as? String)?.hasPrefix("output/small.html was the page of ") == true)
    let ends = objects.filter { $0["event"] as? String == "run-finished" }
    #expect(ends.map { $0["file"] as? String } == ["b/small.md", "wrong.md", "missing.md"])
    #expect(ends.map { $0["outcome"] as? String } == ["succeeded", "wrong", "expectation failed"])
    #expect(ends.map { $0["page"] as? String } == ["output/small.html", nil, "output/missing.html"])
    #expect(ends.map { $0["exit_code"] as? Int } == [0, 2, 3])
    #expect(objects.last?["event"] as? String == "finished")
    #expect(objects.last?["exit_code"] as? Int == 2 && result.status == 2)
  }

  @Test func tellsInJSONOfALossThatIsNoNumber() throws {
    let header = RunHeader(
      title: "", language: "en", article: nil, notebookName: "a.md", notebookDigest: "", seed: 1, parameters: [],
      sections: [], version: "")
    let progress = CellProgress(step: 3, totalSteps: 4, loss: .nan, accuracy: nil)
    let line = ProgressJSON.line(.progress(0, progress), header: header, file: "a.md")
    #expect(line == #"{"cell":0,"event":"progress","file":"a.md","step":3,"steps":4}"#)
  }

  @Test func saysInJSONWhyNothingRan() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let result = try command.run("small.md", "--timings", "small.md", "--progress", "json")
    let objects = try objects(result.error)
    #expect(objects.map { $0["event"] as? String } == ["message", "finished"])
    #expect(objects.first?["severity"] as? String == "error")
    #expect(objects.last?["exit_code"] as? Int == 2 && result.status == 2)
  }

  @Test(arguments: ["plain", "auto"]) func isPlainLinesWhereThereIsNoTerminal(_ style: String) throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let error = try command.run("small.md", "--progress", style).error
    #expect(!error.contains("\r") && !error.contains("\u{1B}"))
    #expect(
      error.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "small.md: A small notebook", "[1/4] load digits", "[2/4] build net", "[3/4] train fit", "[4/4] evaluate test",
      ])
  }

  @Test func isNothingWhenNoneIsWanted() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("small.md", "--progress", "none").error.isEmpty)
  }

  @Test func announcesDataThatStandInForOthers() throws {
    let command = try Command()
    try command.folder.write(
      Command.notebook.replacing("dataset: digits", with: "dataset: mnist\nfallback: digits"), to: "small.md")
    let result = try command.run("small.md", "--progress", "plain")
    #expect(result.error.contains("note: The real data set was not found"))
    #expect(try command.folder.text(of: "output/small.html").contains("The real data set was not found"))
  }

  @Test func keepsTheSecondsOfEachCellInAFileAndOutOfThePage() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write(Command.failing, to: "a, \"b\".md")
    #expect(try command.run("small.md", "a, \"b\".md", "--timings", "t/times.csv", "--progress", "none").status == 1)
    let lines = try command.folder.text(of: "t/times.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + 4 + 3)
    #expect(lines.first == "notebook,label,directive,line,seconds,steps")
    let row = try #require(lines.first { $0.hasPrefix("small.md,fit,") }).split(separator: ",")
    #expect(row.prefix(4) == ["small.md", "fit", "train", "18"])
    #expect(Double(row[4]).map { $0 > 0 } == true)
    #expect(row.last == "6")
    #expect(lines.last?.hasPrefix("\"a, \"\"b\"\".md\",fit,train,") == true)
  }
}

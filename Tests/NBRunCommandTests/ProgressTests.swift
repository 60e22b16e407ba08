import Foundation
import TestSupport
import Testing

/// What the command says while it runs, and how long cells took.
struct ProgressTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "'\($0)' is no object")
    }
  }

  @Test func isOneObjectALineForPrograms() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let objects = try objects(try command.run("small.md", "--progress", "json").error)
    let events = objects.compactMap { $0["event"] as? String }
    #expect(events.count == objects.count)
    #expect(
      events.filter { $0 != "progress" } == ["run-started"]
        + Array(repeating: ["cell-started", "cell-finished"], count: 4).flatMap { $0 })
    #expect(objects.first?["cells"] as? Int == 4)
    #expect(objects.first?["title"] as? String == "A small notebook")
    let steps = objects.filter { $0["event"] as? String == "progress" }
    let numbers = steps.compactMap { $0["step"] as? Int }
    #expect(numbers == numbers.sorted())
    #expect(numbers.last == 6, "the last step is told however quick it was")
    #expect(steps.allSatisfy { $0["label"] as? String == "fit" && $0["cell"] as? Int == 3 && $0["line"] as? Int == 18 })
    let last = try #require(objects.last?["fields"] as? [String: Double])
    #expect(Set(last.keys) == ["accuracy", "loss", "images", "correct", "mistakes"])
    #expect(last["images"] == 20)
  }

  @Test func saysInJSONWhyACellFailed() throws {
    let command = try Command()
    try command.folder.write(Command.failing, to: "failing.md")
    let last = try objects(try command.run("failing.md", "--progress", "json").error).last
    #expect(last?["event"] as? String == "cell-failed")
    #expect((last?["message"] as? String)?.hasPrefix("the loss is ") == true)
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

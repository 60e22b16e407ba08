import Foundation
import TestSupport
import Testing

/// Runs that are broken off, killed or not alone in their folder: nothing is lost.
@Suite(.serialized) struct BrokenOffTests {
  /// A run that has begun a training without end.
  private func endlessCommand(under launcher: [String] = []) throws -> (Command, Process) {
    let command = try Command()
    return (command, try command.startEndlessTraining(under: launcher))
  }

  /// Runs the notebook to its end and compares the page with that of an undisturbed run.
  private func finish(_ command: Command, steps: Int) throws -> Command.Result {
    let result = try command.run("small.md", "-p", "steps=\(steps)", "--progress", "plain")
    #expect(result.status == 0)
    let page = try command.folder.text(of: "output/small.html")
    #expect(try command.run("small.md", "-p", "steps=\(steps)", "--no-cache").status == 0)
    #expect(try command.folder.text(of: "output/small.html") == page)
    return result
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func goesOnFromWhereItWasBrokenOff(_ signal: Int32) throws {
    // Whoever runs the tests may have switched signals off.
    let (command, process) = try endlessCommand(under: ["--default-signal=INT,TERM,HUP"])
    kill(process.processIdentifier, signal)
    let result = try command.finish(process)
    #expect(result.status == 130)
    #expect(
      result.output.hasSuffix(
        "then it was interrupted; page: output/small.html\nthe same command goes on from there\n"))
    #expect(try command.folder.text(of: "output/small.html").contains("✗ Interrupted"))
    let step = try #require(result.error.firstMatch(of: /stopped after (\d+) of/).flatMap { Int($0.1) })
    #expect(try finish(command, steps: step + 20).error.contains("goes on after step \(step)\n"))
  }

  @Test func isNotEndedByATerminalThatGoesAwayUnderNohup() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let run = try command.start(
      ["small.md", "-p", "steps=3000", "--progress", "json"], under: ["sh", "-c", "trap '' HUP; exec \"$0\" \"$@\""])
    while run.isRunning, try !command.folder.text(of: "streams/error").contains("\"progress\"") { usleep(2000) }
    kill(run.processIdentifier, SIGHUP)
    #expect(try command.finish(run).status == 0)
  }

  @Test func saysThatAFileMayNotGrowFurther() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let run = try command.start(
      ["small.md", "--progress", "none"], under: ["bash", "-c", "ulimit -f 1; exec \"$0\" \"$@\""])
    let result = try command.finish(run)
    #expect(result.status == 1)
    #expect(result.error.contains("error: output/small.html cannot be written: File too large\n"))
    #expect(try command.folder.contents().filter { $0.contains("unfinished") } == [])
  }

  @Test(arguments: [["small.md"], ["check", "small.md"], ["--help"]])
  func saysThatItsAnswerIsLost(_ arguments: [String]) throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let result = try command.finish(try command.start(arguments, output: full))
    #expect(result.status == 1)
    #expect(result.error.hasSuffix("error: standard output cannot be written: No space left on device\n"))
  }

  @Test func endsInTheSamePageAfterAKill() throws {
    let (command, process) = try endlessCommand()
    kill(process.processIdentifier, SIGKILL)
    #expect(try command.finish(process).status == -SIGKILL)
    _ = try finish(command, steps: 50)
  }

  @Test func twoRunsInOneFolderDoNotHarmEachOther() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let runs = try (0..<3).map { try command.start(["small.md", "-p", "steps=\(200 + $0)", "--progress", "none"]) }
    for run in runs {
      run.waitUntilExit()
      #expect(run.terminationStatus == 0)
    }
    _ = try finish(command, steps: 201)
  }

  @Test func endsWhereThePageHasNoPlaceAndLeavesTheOldOne() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write("old", to: "output/small.html/inside")
    let result = try command.run("small.md", "--progress", "none")
    #expect(result.status == 2)
    #expect(result.error == "error: output/small.html cannot be written: Is a directory\n")
    #expect(try command.files().filter { $0.contains("unfinished") } == [])
    #expect(try command.folder.text(of: "output/small.html/inside") == "old")
  }

  /// Cells that are quick each, and together long.
  private static let loads = (1...40).map {
    "```{load}\nlabel: digits-\($0)\ndataset: digits\ntrain: 4000\ntest: \($0)\n```\n"
  }.joined()

  @Test(arguments: [SIGINT, SIGTERM])
  func stopsBetweenCellsOrInsideTheNext(_ signal: Int32) throws {
    let command = try Command()
    try command.folder.write(Self.loads, to: "loads.md")
    let process = try command.start(["loads.md", "--progress", "json"])
    while process.isRunning, try !command.folder.text(of: "streams/error").contains("cell-finished") { usleep(2000) }
    kill(process.processIdentifier, signal)
    let result = try command.finish(process)
    #expect(result.status == 130)
    let messages = ["stopped before it began", "stopped while its images were drawn"]
    #expect(messages.contains { result.error.contains("\"message\":\"\($0)\"") })
    let ran = result.error.components(separatedBy: "cell-finished").count - 1
    #expect((1..<40).contains(ran))
    #expect(
      result.output.hasPrefix("loads.md:") && result.output.contains("\(ran) of 40 cells ran, then it was interrupted"))
    #expect(try command.folder.text(of: "output/loads.html").contains("✗ Interrupted"))
    #expect(try command.run("list", "loads.md").output.components(separatedBy: "      kept\n").count - 1 == ran)
  }
}

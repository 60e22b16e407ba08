import Foundation
import NotebookResults
import TestSupport
import Testing

@testable import NBRunCommand

/// What the command says by its exit code, and when it writes a page.
struct ExitCodeTests {
  @Test func isZeroWhenAllIsWell() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let result = try command.run("small.md")
    #expect(result.status == 0)
    #expect(result.output == "small.md: all 4 cells ran; page: output/small.html\n")
    #expect(try command.files() == ["output", "output/small.html", "small.md"])
  }

  @Test func isOneWhenACellFailsAndThePageIsWritten() throws {
    let command = try Command()
    try command.folder.write(Command.failing, to: "failing.md")
    let result = try command.run("failing.md")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("failing.md:19: {train} 'fit': the loss is ") == true)
    #expect(lines.last == "failing.md: 2 of 4 cells ran, one failed; page: output/failing.html")
    #expect(try command.folder.text(of: "output/failing.html").contains("the loss is "))
  }

  @Test func isThreeWhenAnExpectationFailsAndThePageIsWritten() throws {
    let command = try Command()
    try command.folder.write(Command.missing, to: "missing.md")
    let result = try command.run("missing.md")
    #expect(result.status == 3)
    #expect(
      result.output == """
        missing.md:27:9: expected test.images == 21, measured 20
        missing.md: 4 of 4 cells ran, but not all numbers are as expected; page: output/missing.html

        """)
    #expect(try command.files().contains("output/missing.html"))
  }

  @Test func isTwoWhenTheNotebookIsWrongAndNothingIsWritten() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write(
      Command.notebook.replacing("train: 60", with: "trian: 60").replacing("{{test.", with: "{{tst."), to: "wrong.md")
    let result = try command.run("wrong.md", "--format", "short")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.error == """
        wrong.md:8:1: error: {load} has no key 'trian'; did you mean 'train'? [key.unknown]
        wrong.md:28:10: error: nothing is labelled 'tst'; did you mean 'test'? [label.unknown]

        """)
    #expect(try command.files() == ["small.md", "wrong.md"])
  }

  @Test(arguments: [
    (["small.md", "--trheads", "2"], "Unknown option '--trheads'"),
    (["small.md", "--threads", "0"], "--threads is from"),
    (["small.md", "--threads", "many"], "'many' is invalid"), (["nothing.md"], "there is no such file"),
    ([], "Missing expected argument"), (["small.md", "-p", "steps"], "'steps' is invalid"),
    (["small.md", "-p", "stesp=3"], "did you mean 'steps'?"), (["small.md", "-p", "steps=few"], "not 'few'"),
    (["small.md", "--seed", "-1"], "--seed"), (["small.md", "--progress", "loud"], "'loud' is invalid"),
    (["small.md", ".", "--step"], "--step takes one notebook\nUsage: nbrun run"), (["check"], "Missing"),
    (["small.md", ".", "-o", "x.html"], "there are 2 notebooks; name a folder\nUsage: nbrun run"),
    (["watch", "small.md", ".", "-o", "x.html"], "there are 2 notebooks; name a folder\nUsage: nbrun watch"),
    (["small.md", "-o", ""], "-o names a folder"),
    (["small.md", "-o", "-"], "not written to standard output"),
    (["small.md", "--timings", ""], "--timings names a file"),
  ]) func isTwoWhenTheCommandLineIsWrong(_ arguments: [String], _ message: String) throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    let result = try command.finish(try command.start(arguments))
    #expect(result.status == 2)
    #expect(result.error.contains(message))
    #expect(result.output.isEmpty)
    #expect(try command.files() == ["small.md"])
  }

  @Test func isTwoWhenThePageCannotBeWrittenAndNothingRuns() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write("a file", to: "taken")
    let result = try command.run("small.md", "-o", "taken")
    #expect(result.status == 2)
    #expect(result.error == "error: taken/small.html cannot be written: Not a directory\n")
    #expect(try command.folder.text(of: "taken") == "a file")
  }

  @Test func isAHundredAndThirtyWhenInterruptedAndThePageIsWritten() throws {
    let command = try Command()
    let process = try command.startEndlessTraining()
    process.interrupt()
    let result = try command.finish(process)
    #expect(result.status == 130)
    #expect(
      result.output.hasSuffix(
        "2 of 4 cells ran, then it was interrupted; page: output/small.html\nthe same command goes on from there\n"))
    #expect(try command.files().contains("output/small.html"))
  }

  @Test func isOneForAFailureBesideAMissedExpectation() throws {
    let command = try Command()
    try command.folder.write(Command.failing, to: "failing.md")
    try command.folder.write(Command.missing, to: "missing.md")
    #expect(try command.run("failing.md", "missing.md", "--progress", "none").status == 1)
    #expect(try command.run("missing.md", "failing.md", "--progress", "none").status == 1)
    #expect(try command.files().filter { $0.hasSuffix(".html") } == ["output/failing.html", "output/missing.html"])
  }

  @Test func hasAnExitCodeForEachEnd() {
    let ends: [RunOutcome] = [.succeeded, .failed, .expectationFailed, .interrupted]
    #expect(ends.map(\.exitCode) == [0, 1, 3, 130])
  }
}

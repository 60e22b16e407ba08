import Foundation
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import TestSupport
import Testing

/// `{load}` of a table of one's own, of which every line is a time step.
struct TableLoadTests {
  /// Eight lines: level 1, 2, 4, 7, 11, 16, 22 and 29, wind 0 throughout.
  private static let table =
    "day,level,wind\n" + [1, 2, 4, 7, 11, 16, 22, 29].enumerated().map { "d\($0),\($1),0\n" }.joined()

  private func folder(_ files: [String: String] = ["t.csv": table]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private static func load(_ options: String) -> String { "```{load}\nlabel: data\n\(options)\n```\n" }

  private static let levels = load("table: t.csv\ntarget: level\ntime_steps: 2\ntest: 2")

  private static let net = "```{build}\nlabel: net\nlayers: [gru: {units: 3}, dense: {units: 1}]\n```\n"

  @Test func leavesItsNumbers() throws {
    let folder = try folder()
    let run = try TestNotebook(
      Self.load("table: t.csv\ntarget: level\ninputs: [wind, 2]\ntime_steps: 2\nahead: 2\nvalidation: 1\ntest: 0.25"),
      folder: folder.path
    ).run()
    let fields = [
      "lines", "train_windows", "validation_windows", "test_windows", "time_steps", "ahead", "inputs", "numbers",
    ]
    #expect(fields.map { run.number("data", $0) } == [8, 2, 1, 2, 2, 2, 2, 1])
  }

  @Test func hasAsManyWindowsAsItsStrideLeaves() throws {
    let folder = try folder()
    let fields = ["train_windows", "test_windows"]
    func windows(_ options: String) throws -> [Double?] {
      let run = try TestNotebook(Self.levels.replacing("test: 2", with: "test: 2\n\(options)"), folder: folder.path)
        .run()
      return fields.map { run.number("data", $0) }
    }
    #expect(try windows("") == [4, 2])
    #expect(try windows("stride: 2") == [2, 1])
    #expect(try windows("stride: 3") == [2, 1])
    #expect(try windows("told: every_step\nstride: 1") == [4, 1])
  }

  @Test func hasAStrideOfOneLineAtLeast() throws {
    let folder = try folder()
    let notebook = MarkedNotebook(Self.levels.replacing("test: 2", with: "test: 2\nstride: 1️⃣0"))
    let found = TestNotebook(notebook.text, folder: folder.path).planned().diagnostics
    #expect(found.map(\.identifier) == [.outOfRange] && found.map(\.position) == [notebook[1]])
  }

  @Test func isKeptUnderTheSameKeyWhereNoStrideIsSaid() throws {
    let folder = try folder()
    func settings(_ options: String) throws -> [String] {
      let plan = try TestNotebook(Self.levels.replacing("test: 2", with: "test: 2\n\(options)"), folder: folder.path)
        .plan()
      return plan.cells[0].dependencies.settings.map(\.name)
    }
    #expect(try settings("").contains("stride") == false)
    #expect(try settings("stride: 1").contains("stride"))
  }

  @Test func hasTheErrorsOfTheLastValueAndOfTheMean() throws {
    let folder = try folder()
    // Told are 22 and 29, after 16 and 22: off by 6 and 7. In the training part 4, 7, 11 and 16 are told, mean 9.5.
    let run = try TestNotebook(Self.levels + Self.net + "```{evaluate}\nlabel: test\n```\n", folder: folder.path)
      .run()
    #expect(run.number("test", "last_value_mean_squared_error") == 42.5)
    #expect(run.number("test", "last_value_mean_absolute_error") == 6.5)
    #expect(run.number("test", "baseline_mean_squared_error") == 268.25)
    #expect(run.number("test", "baseline_mean_absolute_error") == 16)
    #expect(run.number("test", "examples") == 2)
  }

  @Test func hasTheErrorOfTheLastValueAtEveryStep() throws {
    let folder = try folder()
    // In windows of two with one ahead, 2 and 4, then 7 and 11 are told, after 1 and 2, 4 and 7: off by 1, 2, 3 and 4.
    let text =
      Self.levels.replacing("test: 2", with: "told: every_step\ntest: 1") + Self.net
      + "```{evaluate}\nlabel: train\non: data.train\n```\n"
    let error = try #require(throws: WrongPlan.self) { try TestNotebook(text, folder: folder.path).run() }
    #expect(error.description.contains("the test part has 1 line, too few for a window: 2 are read, and as many told"))
    let run = try TestNotebook(text.replacing("test: 1", with: "test: 2"), folder: folder.path).run()
    #expect(run.number("train", "last_value_mean_squared_error") == 7.5)
    #expect(run.number("train", "last_value_mean_absolute_error") == 2.5)
  }

  @Test func generatedTasksHaveNoLastValue() {
    let text =
      Self.load("dataset: sines\ntrain: 20\ntest: 5\ntime_steps: 3") + Self.net
      + "```{evaluate}\nlabel: test\nexpect: test.last_value_mean_squared_error < 1\n```\n"
    let found = TestNotebook(text).planned().diagnostics
    #expect(found.map(\.identifier) == [.unknownField])
  }

  @Test(arguments: ["level", "2", "[level]", "[2]"]) func aColumnIsTheSameByNameAndByPlace(_ target: String) throws {
    let folder = try folder()
    func keys(_ target: String) throws -> [String] {
      try TestNotebook(Self.levels.replacing("target: level", with: "target: \(target)"), folder: folder.path).plan()
        .cacheKeys().map(\.digest)
    }
    #expect(try keys(target) == keys("level"))
    #expect(try keys("wind") != keys("level"))
  }

  @Test func aTableOfOneColumnNeedsNoTarget() throws {
    let folder = try folder(["t.csv": "1\n2\n3\n4\n5\n6\n"])
    let run = try TestNotebook(Self.load("table: t.csv\ntime_steps: 2\ntest: 1"), folder: folder.path).run()
    #expect(run.number("data", "train_windows") == 3)
  }

  @Test func aNetworkLearnsMoreThanTheLastValue() throws {
    let lines = (0..<200).map { String(format: "%.4f\n", sin(Double($0) / 3)) }.joined()
    let text =
      Self.load("table: t.csv\ntime_steps: 8\nahead: 3\ntest: 40\nvalidation: 20\nstandardize: true")
      + "```{build}\nlayers: [gru: {units: 8}, dense: {units: 1}]\n```\n"
        + """
        ```{train}
        label: fit
        steps: 150
        batch: 20
        optimizer: {adam: {learning_rate: 0.02}}
        report: {validation_mean_squared_error: every 50 steps}
        ```
        ```{evaluate}
        label: test
        expect: test.mean_squared_error < test.last_value_mean_squared_error
        ```

        """
    let folder = try folder(["t.csv": lines])
    let run = try TestNotebook(text, folder: folder.path).run()
    #expect(run.report.outcome == .succeeded)
    let error = try #require(run.number("test", "mean_squared_error"))
    #expect(error * 10 < (try #require(run.number("test", "last_value_mean_squared_error"))))
    let charts = run.result(3)?.outputs.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(charts?.map { $0.series.map(\.name) } == [["column 1", "column 1 told"]])
    #expect(charts?.first?.series.map(\.points.count) == [40, 40])
  }

  @Test func aTableThatChangedAfterItWasCheckedIsNotLoaded() throws {
    let folder = try folder()
    let notebook = TestNotebook(Self.levels, folder: folder.path)
    let plan = try notebook.plan()
    try folder.write(Self.table.replacing("29", with: "30"), to: "t.csv")
    var failure: CellFailure?
    var runner = Runner(plan: plan, options: Runner.Options(threads: 1))
    runner.runNextCell { if case .cellFailed(_, let reason) = $0 { failure = reason } }
    #expect(failure?.message == "the data set 't.csv' changed after it was checked")
  }
}

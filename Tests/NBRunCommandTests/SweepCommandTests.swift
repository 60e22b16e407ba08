import Foundation
import TestSupport
import Testing

/// Sweeps of a notebook in several processes.
struct SweepCommandTests {
  private static let notebook =
    Command.notebook.replacing("params: {steps: 6}", with: "params: {steps: 6, units: 4}")
    .replacing("lstm: {units: 4}", with: "lstm: {units: $units}") + """

      ```{sweep}
      label: sizes
      over: {units: [3, 4, 5], seed: 1..3}
      collect: [test.accuracy, test.loss, fit.batch_accuracy]
      ```

      """

  /// The page as one process makes it, which keeps nothing.
  private func page(_ command: Command) throws -> String {
    let result = try command.run("sweep.md", "--no-cache", "-o", "alone.html")
    #expect(result.status == 0, "\(result.error)")
    return try command.folder.text(of: "alone.html")
  }

  private func command() throws -> Command {
    let command = try Command()
    try command.folder.write(Self.notebook, to: "sweep.md")
    return command
  }

  @Test func sharesOfThePointsMakeThePageOfOneProcess() throws {
    let command = try command()
    for share in ["3/3", "1/3", "2/3"] {
      let result = try command.run("sweep.md", "--points", share, "--store", "store")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "sweep.md: 3 of 9 points, share \(share); kept in store\n")
    }
    #expect(try !command.files().contains { $0.hasSuffix(".html") }, "a share writes no page")
    let points = try command.run("points", "sweep.md", "--store", "store").output.split(separator: "\n")
    #expect(points.count == 9 && points.allSatisfy { $0.hasSuffix("kept") }, "\(points)")
    let gathered = try command.run("sweep.md", "--store", "store", "-o", "page.html", "--progress", "json")
    #expect(gathered.status == 0, "\(gathered.error)")
    #expect(try command.folder.text(of: "page.html") == page(command))
  }

  @Test func listsThePointsAndWhatRunsEach() throws {
    let command = try command()
    let text = try command.run("points", "sweep.md", "--store", "store").output.split(separator: "\n")
    #expect(text.count == 9)
    #expect(text.first == "sizes 1/9  units=3, seed=1  will run")
    let lines = try command.run("points", "sweep.md", "--json", "--store", "store").output.split(separator: "\n")
    struct Point: Decodable {
      let sweep: String
      let number: Int
      let of: Int
      let kept: Bool
      let settings: [String: String]
      let identity: String
      let arguments: [String]
    }
    let points = try lines.map { try JSONDecoder().decode(Point.self, from: Data($0.utf8)) }
    #expect(points.map(\.number) == Array(1...9))
    #expect(points[4].arguments == ["sweep.md", "-p", "units=4", "--seed", "2"])
    #expect(points[4].settings == ["units": "4", "seed": "2"])
    #expect(Set(points.map(\.identity)).count == 9)
    #expect(points.allSatisfy { !$0.kept && $0.sweep == "sizes" && $0.of == 9 })
    // A run of its own under these arguments leaves what the sweep needs of that point, and of no other.
    #expect(try command.finish(command.start(points[4].arguments + ["--store", "store"])).status == 0)
    let after = try command.run("points", "sweep.md", "--store", "store").output.split(separator: "\n")
    #expect(after.filter { $0.hasSuffix("kept") }.contains("sizes 5/9  units=4, seed=2  kept"))
  }

  @Test(arguments: [("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"), ("PMI_RANK", "PMI_SIZE")])
  func processesThatOneLauncherStartedShareThePoints(_ rank: String, _ size: String) throws {
    var command = try command()
    for number in [2, 1] {
      command.environment = [rank: "\(number)", size: "3"]
      let result = try command.run("sweep.md", "--store", "store", "-o", "page.html")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "sweep.md: 3 of 9 points, share \(number + 1)/3; kept in store\n")
      #expect(result.error.isEmpty, "only one of them speaks")
    }
    #expect(try !command.files().contains("page.html"), "only the first of them writes")
    command.environment = [rank: "0", size: "3"]
    #expect(try command.run("sweep.md", "--store", "store", "-o", "page.html").status == 0)
    command.environment = [:]
    #expect(try command.folder.text(of: "page.html") == page(command))
  }

  @Test func oneOfSeveralProcessesRunsANotebookWithoutASweep() throws {
    var command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    command.environment = ["PMI_RANK": "1", "PMI_SIZE": "2"]
    let other = try command.run("small.md", "-o", "page.html")
    #expect(other.status == 0)
    #expect(other.output.isEmpty)
    #expect(try !command.files().contains("page.html"))
    command.environment = ["PMI_RANK": "0", "PMI_SIZE": "2"]
    let first = try command.run("small.md", "-o", "page.html")
    #expect(first.error.contains("2 processes were started, which have nothing to share"))
    #expect(try command.files().contains("page.html"))
  }

  @Test(arguments: ["0/3", "4/3", "1", "1/", "a/b", "1/2/3"]) func refusesAShareThatIsNone(_ share: String) throws {
    let result = try command().run("sweep.md", "--points", share)
    #expect(result.status == 2)
    #expect(result.error.contains("'\(share)' is invalid for '--points <k/n>'"))
  }

  @Test func refusesAShareOfWhichNothingWouldBeKept() throws {
    #expect(try command().run("sweep.md", "--points", "1/2", "--no-cache").status == 2)
    #expect(try command().run("sweep.md", "--points", "1/2", "--step").status == 2)
  }

  @Test func aNotebookWithoutASweepHasNoPoints() throws {
    let command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    #expect(try command.run("points", "small.md").output.isEmpty)
    let result = try command.run("small.md", "--points", "1/2", "--store", "store")
    #expect(result.status == 0)
    #expect(result.error.contains("small.md has no sweep, so there are no points to share"))
  }

  @Test func aSweepThatIsBrokenOffGoesOnFromWhatWasKept() throws {
    let command = try command()
    try command.folder.write(Self.notebook.replacing("steps: 6", with: "steps: 4000"), to: "sweep.md")
    let process = try command.start(
      ["sweep.md", "--store", "store", "-o", "page.html", "--time-limit", "2m", "--progress", "json"])
    // Blocks its thread, so that no other test keeps it from seeing that points are under way.
    while process.isRunning, try !command.folder.text(of: "streams/error").contains("\"points\"") { usleep(5000) }
    process.interrupt()
    let broken = try command.finish(process)
    #expect(broken.status == 130, "\(broken.error)")
    #expect(try command.folder.text(of: "page.html").contains("stopped after"))
    #expect(
      try command.files().contains { $0.hasPrefix("store") && $0.hasSuffix(".part") },
      "a point is kept as far as it came")
    let whole = try command.run("sweep.md", "--store", "store", "-o", "page.html", "--progress", "json")
    #expect(whole.status == 0, "\(whole.error)")
    #expect(try command.folder.text(of: "page.html") == page(command))
  }
}

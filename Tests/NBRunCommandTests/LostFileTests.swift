import Foundation
import TestSupport
import Testing

/// A run takes the place of nothing that the user made: it says so, and nothing runs.
struct LostFileTests {
  private let command: Command

  init() throws {
    command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
  }

  /// Runs the command, which is to refuse; everything is as it was afterwards.
  private func expectRefusal(
    _ arguments: String..., because reason: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    try expectRefusal(arguments, because: reason, location)
  }

  private func expectRefusal(
    _ arguments: [String], because reason: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try contents()
    let result = try command.finish(try command.start(arguments))
    #expect(result.status == 2, sourceLocation: location)
    #expect(result.error == "error: \(reason)\n", sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(try contents() == before, sourceLocation: location)
    #expect(try command.stored().isEmpty, "nothing ran", sourceLocation: location)
  }

  /// Every file with what is in it, links not followed.
  private func contents() throws -> [String: Data?] {
    let names = try command.files()
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: command.folder.path($0))) })
  }

  @Test func whereThePageIsTheNotebook() throws {
    try command.folder.write(Command.notebook, to: "x.html")
    let reason = "x.html would take the place of x.html, which the run reads; name another with -o"
    try expectRefusal("x.html", "-o", "x.html", because: reason)
    try expectRefusal("x.html", "-o", ".", because: "./" + reason)
    link(command.folder.path("small.md"), command.folder.path("hard.html"))
    try expectRefusal(
      "small.md", "-o", "hard.html",
      because: "hard.html would take the place of small.md, which the run reads; name another with -o")
  }

  @Test func whereALinkLeadsToANotebook() throws {
    symlink("small.md", command.folder.path("small.html"))
    try expectRefusal(
      "small.md", "-o", ".",
      because: "./small.html would take the place of small.md, which the run reads; name another with -o")
    try command.folder.write("# Other\n", to: "other.md")
    symlink("../other.md", command.folder.path("small.html").replacing("small.html", with: "away.html"))
    try expectRefusal(
      "small.md", "other.md", "--timings", "small.html",
      because: "small.html would take the place of small.md, which the run reads; name another with --timings")
  }

  @Test func whereTwoFilesWouldBeOne() throws {
    for folder in ["a", "b"] { try command.folder.write(Command.notebook, to: "\(folder)/same.md") }
    try expectRefusal(
      "a/same.md", "b/same.md", because: "output/same.html would be two of them at once; name another with -o")
    try expectRefusal(
      "small.md", "--timings", "output/small.html",
      because: "output/small.html would be a page and a table of timings at once; name another with --timings")
    mkdir(command.folder.path("real"), 0o755)
    symlink("real", command.folder.path("linked"))
    try expectRefusal(
      "small.md", "-o", "real/new/a.html", "--timings", "linked/new/a.html",
      because: "linked/new/a.html would be a page and a table of timings at once; name another with --timings")
  }

  /// What asks for a file in a place, and what such a file is called.
  private static let kinds = [
    ("-o", "a page"), ("--timings", "a table of timings"), ("--results", "a file of results"),
    ("--junit", "a JUnit file"),
  ]

  @Test(arguments: kinds) func whereAnyOfThemIsTheNotebook(_ option: String, _ phrase: String) throws {
    try command.folder.write(Command.notebook, to: "x.html")
    try expectRefusal(
      "x.html", option, "x.html",
      because: "x.html would take the place of x.html, which the run reads; name another with \(option)")
  }

  @Test(arguments: kinds, kinds) func whereAnyTwoAreOne(_ first: (String, String), _ second: (String, String)) throws {
    let order = Self.kinds.map(\.0)
    guard let place = order.firstIndex(of: first.0), let other = order.firstIndex(of: second.0), place < other else {
      return
    }
    try expectRefusal(
      "small.md", first.0, "x.html", second.0, "./x.html",
      because: "./x.html would be \(first.1) and \(second.1) at once; name another with \(second.0)")
  }

  @Test(arguments: kinds) func whereAFileOfTheUsersIsInTheWayOfAny(_ option: String, _ phrase: String) throws {
    try command.folder.write("mine", to: "x.html")
    // Where pages go by themselves a folder is made.
    let page = option == "-o" ? [] : ["-o", "page.html"]
    try expectRefusal(
      ["small.md", option, "x.html"] + page,
      because: "x.html is not \(phrase) that nbrun made, and is left as it is; "
        + "move it away, or name another place with \(option)")
  }

  @Test func whereAFileOfTheUsersLies() throws {
    try command.folder.write("my page", to: "output/small.html")
    try expectRefusal(
      "small.md",
      because:
        "output/small.html is not a page that nbrun made, and is left as it is; move it away, or name another place with -o"
    )
    try command.folder.write("my,table\n", to: "my.csv")
    try expectRefusal(
      "small.md", "-o", "page.html", "--timings", "my.csv",
      because:
        "my.csv is not a table of timings that nbrun made, and is left as it is; move it away, or name another place with --timings"
    )
    try expectRefusal(
      "small.md", "-o", "page.html", "--timings", "small.md",
      because: "small.md would take the place of small.md, which the run reads; name another with --timings")
  }

  @Test func whereDataLie() throws {
    try SmallDataset.write(to: command.folder, "data")
    try command.folder.write("```{load}\nfolder: data\n```\n", to: "own.md")
    let result = try command.run("own.md", "--timings", "data/train-labels-idx1-ubyte")
    #expect(result.status == 2)
    #expect(result.error.contains("is not a table of timings that nbrun made"))
  }

  @Test func whereThereIsNoPlaceForAFile() throws {
    try command.folder.write("a file", to: "taken")
    mkfifo(command.folder.path("pipe.html"), 0o600)
    try expectRefusal("small.md", "-o", "taken/x", because: "taken/x/small.html cannot be written: Not a directory")
    try expectRefusal("small.md", "-o", "pipe.html", because: "pipe.html is not a file")
    let long = String(repeating: "a", count: 251)
    try command.folder.write(Command.notebook, to: "\(long).md")
    try expectRefusal("\(long).md", because: "output/\(long).html cannot be written: File name too long")
  }

  @Test func whereStandardOutputGoes() throws {
    try expectRefusal(
      "small.md", "--results", "/dev/stdout",
      because: "/dev/stdout is where standard output goes; name another with --results")
  }

  @Test func noticesWhatComesToLieThereWhileItRuns() throws {
    try command.folder.write("mine", to: "mine.txt")
    let run = try command.startEndlessTraining()
    unlink(command.folder.path("output/small.html"))
    symlink("../mine.txt", command.folder.path("output/small.html"))
    kill(run.processIdentifier, SIGINT)
    let result = try command.finish(run)
    #expect(result.status == 130)
    #expect(result.error.contains("output/small.html is not a page that nbrun made, and is left as it is"))
    #expect(try command.folder.text(of: "mine.txt") == "mine")
  }

  @Test func butALongNameThatFitsIsWritten() throws {
    let long = String(repeating: "a", count: 250)
    try command.folder.write("# Long\n", to: "\(long).md")
    #expect(try command.run("\(long).md").status == 0)
    #expect(try command.files().contains("output/\(long).html"))
  }

  @Test func butWhatItMadeItselfIsReplaced() throws {
    try command.folder.write("", to: "empty.csv")
    for seed in ["1", "2"] {
      for table in ["times.csv", "empty.csv"] {
        #expect(try command.run("small.md", "--seed", seed, "--timings", table, "--progress", "none").status == 0)
      }
    }
    #expect(try command.files() == ["empty.csv", "output", "output/small.html", "small.md", "times.csv"])
  }
}

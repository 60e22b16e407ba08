import Foundation
import TestSupport
import Testing

/// `fetch`, and what a run does about data that it has not got.
struct FetchCommandTests {
  private static func notebook(_ options: String) -> String {
    "```{load}\nlabel: data\ndataset: mnist\n\(options)train: 20\ntest: 10\n```\n"
  }

  @Test func goesOnWithDigitsWhenNothingCanBeFetchedAndSaysWhy() throws {
    let command = try Command()
    try command.folder.write(Self.notebook("fallback: digits\n"), to: "a.md")
    let result = try command.run("a.md")
    #expect(result.status == 0)
    #expect(result.error.contains("mnist: fetching train-images-idx3-ubyte.gz from 127.0.0.1\n"))
    #expect(result.error.contains("\nmnist cannot be fetched: no mirror could be reached\n"))
    let notice = "The real data set was not found, and no mirror could be reached: generated digits stand in for mnist."
    #expect(result.error.contains(notice))
    #expect(try command.folder.text(of: "output/a.html").contains(notice))
    #expect(try command.files().contains("home/.cache/nbrun/mnist/train-images-idx3-ubyte.gz") == false)
  }

  @Test func isWrongWithoutAFallback() throws {
    let command = try Command()
    try command.folder.write(Self.notebook(""), to: "a.md")
    let result = try command.run("a.md", "--format", "short")
    #expect(result.status == 2)
    let folder = command.folder.path("home/.cache/nbrun/mnist")
    #expect(
      result.error.hasSuffix(
        "a.md:3:10: error: the data set 'mnist' is not in \(folder), and no mirror could be reached; "
          + "say where it is with --data DIR, or add 'fallback: digits' [data.missing]\n"))
    #expect(try command.files().contains("output/a.html") == false)
  }

  @Test func asksNobodyWhenItMayNotOrNeedNot() throws {
    let server = try MirrorServer { _, _ in .init(status: 404) }
    var command = try Command()
    command.mirror = server.address
    try command.folder.write(Self.notebook("fallback: digits\n"), to: "a.md")
    try command.folder.write(Self.notebook("trian: 3\n"), to: "wrong.md")
    #expect(try command.run("a.md", "--offline").status == 0)
    #expect(try command.run("check", "a.md").output == "a.md: 1 cell, nothing wrong; a run fetches mnist\n")
    #expect(try command.run("check", "a.md", "--offline").output == "a.md: 1 cell, nothing wrong\n")
    #expect(try command.run("list", "a.md").status == 0)
    #expect(try command.run("wrong.md").status == 2)
    #expect(server.requests.isEmpty)
    #expect(try command.run("a.md").error.contains("the answer is HTTP status 404"))
    #expect(server.requests.map(\.path) == ["/mnist/train-images-idx3-ubyte.gz"])
  }

  @Test func asksOnceForAllNotebooksOfARun() throws {
    let server = try MirrorServer { _, _ in .init(status: 404) }
    var command = try Command()
    command.mirror = server.address
    for name in ["a.md", "b.md"] { try command.folder.write(Self.notebook("fallback: digits\n"), to: name) }
    #expect(try command.run("a.md", "b.md", "--progress", "none").status == 0)
    #expect(server.requests.count == 1)
  }

  @Test func refusesAnswersThatAreNotTheData() throws {
    let server = try MirrorServer { _, _ in .init(body: Array("<html>".utf8)) }
    let command = try Command()
    let result = try command.run("fetch", "mnist", "--mirror", server.address)
    #expect(result.status == 1)
    #expect(
      result.error.hasSuffix("error: mnist cannot be fetched: no mirror gave the right train-images-idx3-ubyte.gz\n"))
    #expect(try command.files().allSatisfy { !$0.contains("-ubyte") })
  }

  @Test(arguments: [
    (["fetch", "mnst"], "there is no data set 'mnst'; did you mean 'mnist'?"), (["fetch", "digits"], "are generated"),
    (["fetch"], "Missing expected argument"), (["fetch", "mnist", "--mirror", "school"], "not 'school'"),
    (["fetch", "mnist", "--mirror", "file:///data"], "a mirror is the address of a folder"),
  ]) func saysWhatIsWrongWithTheCommandLine(_ arguments: [String], _ message: String) throws {
    let command = try Command()
    let result = try command.finish(try command.start(arguments))
    #expect(result.status == 2)
    #expect(result.error.contains(message))
  }

  @Test func saysNothingIntoAFileWhenItHasNowhereToSayIt() throws {
    let command = try Command()
    let run = try command.start(["fetch", "mnist"], under: ["sh", "-c", "exec \"$0\" \"$@\" 2>&-"])
    #expect(try command.finish(run).status == 1)
    #expect(try command.folder.text(of: "home/.cache/nbrun/mnist/.lock").isEmpty)
  }

  @Test func goesThroughTheProxyThatTheEnvironmentNames() throws {
    let proxy = try MirrorServer { _, _ in .init(status: 404) }
    var command = try Command()
    command.mirror = "http://mirror.invalid/data"
    command.environment = ["http_proxy": proxy.address]
    #expect(try command.run("fetch", "mnist").status == 1)
    #expect(proxy.requests.map(\.path) == ["http://mirror.invalid/data/mnist/train-images-idx3-ubyte.gz"])
  }

  /// Asks the folder's permissions, which root would pass over.
  @Test(.enabled(if: Command.canLosePrivileges, "only root may become somebody else, with setpriv"))
  func comesToAnEndWhereAPartCannotBeTakenAway() throws {
    let server = try MirrorServer { _, earlier in .init(status: earlier < 50 ? 416 : 404) }
    var command = try Command()
    (command.mirror, command.isUnprivileged) = (server.address, true)
    let place = "home/.cache/nbrun/mnist"
    for name in [".lock", "train-images-idx3-ubyte.gz.part"] {
      try command.folder.write("x", to: "\(place)/\(name)")
      chmod(command.folder.path("\(place)/\(name)"), 0o666)
    }
    chmod(command.folder.path(place), 0o555)
    let result = try command.run("fetch", "mnist")
    chmod(command.folder.path(place), 0o755)
    #expect(result.status == 1)
    #expect(server.requests.map(\.start) == [1, nil])
  }

  private static let data = ProcessInfo.processInfo.environment["NBRUN_DATA"]

  @Test(.enabled(if: data != nil, "NBRUN_DATA does not name the folder of the real data sets"))
  func fetchesTheRealDigitsOnce() throws {
    let folder = try #require(Self.data)
    let server = try MirrorServer { request, _ in
      guard let bytes = FileManager.default.contents(atPath: folder + request.path) else { return .init(status: 404) }
      return .file(Array(bytes), for: request)
    }
    var command = try Command()
    command.mirror = server.address
    try command.folder.write(Self.notebook(""), to: "a.md")
    let result = try command.run("a.md")
    #expect(result.status == 0)
    #expect(result.error.contains("\nmnist: t10k-labels-idx1-ubyte.gz: 0.00 MB, verified\n"))
    #expect(try command.run("fetch", "mnist").status == 0)
    #expect(try command.run("check", "a.md", "--offline").output == "a.md: 1 cell, nothing wrong\n")
    #expect(server.requests.count == 4)
  }
}

import Foundation
import TestSupport
import Testing

/// The files that tell other programs what a run came to.
struct ResultsFileTests {
  private let command: Command

  init() throws {
    command = try Command()
    try command.folder.write(Command.notebook, to: "small.md")
    try command.folder.write(Command.missing, to: "missing.md")
    try command.folder.write(Command.failing, to: "failing.md")
    try command.folder.write("```{laod}\n```\n", to: "wrong.md")
  }

  private func object(_ name: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try command.folder.text(of: name).utf8))
    return try #require(object as? [String: Any])
  }

  @Test func tellsEveryVerdictExpectationFigureAndFailure() throws {
    let result = try command.run(
      "small.md", "missing.md", "failing.md", "wrong.md", "--results", "r/results.json", "--progress", "none")
    #expect(result.status == 2)
    let object = try object("r/results.json")
    #expect(object["exit_code"] as? Int == 2)
    #expect(object["format"] as? String == "nbrun-results 1")
    let notebooks = try #require(object["notebooks"] as? [[String: Any]])
    #expect(notebooks.map { $0["file"] as? String } == ["small.md", "missing.md", "failing.md", "wrong.md"])
    #expect(
      notebooks.map { $0["outcome"] as? String } == ["succeeded", "expectation failed", "failed", "wrong"])
    #expect(
      notebooks.map { $0["page"] as? String } == [
        "output/small.html", "output/missing.html", "output/failing.html", nil,
      ])
    let cells = try notebooks.map { try #require($0["cells"] as? [[String: Any]]) }
    #expect(cells.map(\.count) == [4, 4, 4, 0])
    let figures = try #require(cells[0].last?["figures"] as? [String: Double])
    #expect(figures["images"] == 20)
    let expectation = try #require((cells[1].last?["expectations"] as? [[String: Any]])?.first)
    #expect(expectation["text"] as? String == "test.images == 21")
    #expect(expectation["outcome"] as? String == "failed" && expectation["measured"] as? Double == 20)
    #expect(cells[2].map { $0["state"] as? String } == ["ran", "ran", "failed", "not run"])
    #expect((cells[2][2]["failure"] as? String)?.hasPrefix("the loss is ") == true)
    #expect((notebooks[3]["problems"] as? [String])?.first?.hasPrefix("wrong.md:1:4: error: ") == true)
  }

  @Test func isTheSameForEveryRunAndNumberOfThreads() throws {
    var texts: Set<String> = []
    for threads in ["1", "2", "2"] {
      #expect(
        try command.run("small.md", "--threads", threads, "--no-cache", "--results", "r.json", "--progress", "none")
          .status == 0)
      texts.insert(try command.folder.text(of: "r.json"))
    }
    #expect(texts.count == 1)
  }

  @Test func tellsCIOfEachCellExpectationAndComparedRow() throws {
    let compare =
      "```{compare}\nlabel: versus\nrows:\n  - subject: \"<a> & \\\"b\\\"\\e\"\n    reported: 5\n    measured: test.images\n    tolerance: 1\n```\n"
    try command.folder.write(Command.missing + compare, to: "missing.md")
    let result = try command.run(
      "missing.md", "failing.md", "wrong.md", "--junit", "junit.xml", "--progress", "none")
    #expect(result.status == 2)
    let timed = try command.folder.text(of: "junit.xml")
    let text = timed.replacing(#/ time="\d+\.\d{6}"/#, with: "")
    #expect(
      text.hasPrefix(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"nbrun\" tests=\"12\" failures=\"2\" errors=\"2\" skipped=\"1\">\n"
          + "<testsuite name=\"missing.md\" tests=\"7\" failures=\"2\" errors=\"0\" skipped=\"0\">\n"))
    #expect(text.contains("<testcase classname=\"missing.md\" name=\"{load} digits\"/>\n"))
    #expect(
      text.contains(
        "name=\"{evaluate} test: test.images == 21\"><failure message=\"missing.md:27: measured 20\"/></testcase>\n"))
    #expect(text.contains("name=\"{compare} versus: &lt;a&gt; &amp; &quot;b&quot;\u{FFFD}\"><failure message="))
    #expect(text.contains("name=\"{evaluate} test\"><skipped message=\"it has not run\"/></testcase>\n"))
    #expect(text.contains("<testcase classname=\"wrong.md\" name=\"check\"><error message=\"wrong.md:1:4: error: "))
    #expect(text.hasSuffix("</testsuite>\n</testsuites>\n"))

    let times = timed.matches(of: #/<(\w+) [^>]*?\bname="([^"]*)"[^>]*? time="([^"]*)"/#).map {
      (element: String($0.1), name: String($0.2), seconds: Double($0.3) ?? .nan)
    }
    let cases = times.filter { $0.element == "testcase" }
    #expect(
      cases.map(\.name) == [
        "{load} digits", "{build} net", "{train} fit", "{evaluate} test", "{compare} versus", "{load} digits",
        "{build} net", "{train} fit",
      ], "no cell that did not run, no expectation and no row")
    #expect(cases.allSatisfy { $0.seconds >= 0 } && cases.contains { $0.seconds > 0 })
    let suites = times.filter { $0.element == "testsuite" }
    #expect(suites.map(\.name) == ["missing.md", "failing.md"])
    let sum = cases.map(\.seconds).reduce(0, +)
    #expect(abs(suites.map(\.seconds).reduce(0, +) - sum) < 1e-4)
    #expect(abs((times.first { $0.element == "testsuites" }?.seconds ?? .nan) - sum) < 1e-4)
    #expect(try !command.folder.text(of: "output/missing.html").contains("seconds"))
  }

  @Test func tellsCINoTimeThatNobodyTook() throws {
    #expect(try command.run("small.md", "--step", "--junit", "j.xml", input: "n\nn\nn\nn\n").status == 0)
    let text = try command.folder.text(of: "j.xml")
    #expect(text.contains("name=\"{evaluate} test\"/>") && !text.contains("time="))
  }

  @Test func isWrittenWhenNothingRan() throws {
    let result = try command.run("wrong.md", "nothing.md", "--results", "r.json", "--junit", "j.xml")
    #expect(result.status == 2)
    let notebooks = try #require(try object("r.json")["notebooks"] as? [[String: Any]])
    #expect(notebooks.map { $0["outcome"] as? String } == ["wrong", "wrong"])
    #expect(try command.folder.text(of: "j.xml").contains("tests=\"2\" failures=\"0\" errors=\"2\""))
    #expect(try command.files().filter { $0.hasPrefix("output") } == [])
  }

  @Test func isWrittenForARunThatWasBrokenOff() throws {
    let run = try command.start(
      [
        "small.md", "missing.md", "-p", "steps=399998", "--time-limit", "3s", "--results", "r.json", "--junit",
        "j.xml", "--progress", "none",
      ], under: Command.mayHang)
    let result = try command.finish(run)
    #expect(result.status == 130)
    let notebooks = try #require(try object("r.json")["notebooks"] as? [[String: Any]])
    #expect(notebooks.map { $0["outcome"] as? String } == ["interrupted", "not run"])
    #expect(
      try command.folder.text(of: "j.xml").contains(
        "<testsuite name=\"missing.md\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">"))
  }

  @Test func takesNobodysPlace() throws {
    try command.folder.write("{\"mine\": 1}\n", to: "mine.json")
    let result = try command.run("small.md", "--results", "mine.json")
    #expect(result.status == 2)
    #expect(result.error.contains("mine.json is not a file of results that nbrun made"))
    let same = try command.run("small.md", "--results", "x", "--junit", "x")
    #expect(same.error == "error: x would be a file of results and a JUnit file at once; name another with --junit\n")
    for _ in 1...2 {
      #expect(try command.run("small.md", "--results", "r", "--junit", "j", "--progress", "none").status == 0)
    }
  }
}

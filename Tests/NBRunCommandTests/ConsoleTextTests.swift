import Foundation
import TestSupport
import Testing

@testable import NBRunCommand

/// What text from outside may do to a terminal: be read, and nothing else.
struct ConsoleTextTests {
  @Test func whatIsPutIntoItIsEscapedAndWhatStandsInTheProgramIsNot() {
    let title = "a\u{1B}[2J\nb.md:1:1: error: x\r\u{7}\u{0}\u{9B}1m\u{202E}\u{2066}\u{200F}\u{2028}\u{FEFF}é🙂\t"
    let text: ConsoleText = "\u{1B}[1m\(title)\u{1B}[0m\n"
    #expect(
      text.text
        == "\u{1B}[1ma\\u001B[2J\\nb.md:1:1: error: x\\r\\u0007\\u0000\\u009B1m\\u202E\\u2066\\u200F\\u2028\\uFEFFé🙂\t\u{1B}[0m\n"
    )
    #expect(("\(text)!" as ConsoleText).text == text.text + "!", "what is escaped stays as it is")
    #expect(ConsoleText(lines: "a\u{1B}\r\nb\n").text == "a\\u001B\nb\n")
    #expect(ConsoleText(lines: "a\rb").text == "a\\rb")
  }

  @Test func aLineOfJSONStaysOne() throws {
    let line = try JSONEncoder().encode(["k\u{202E}": "\u{1B}\u{9B}\n\u{2028}"])
    let shown: ConsoleText = "\(String(decoding: line, as: UTF8.self))"
    #expect(!shown.text.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x2028 })
    #expect(
      try JSONDecoder().decode([String: String].self, from: Data(shown.text.utf8)) == [
        "k\u{202E}": "\u{1B}\u{9B}\n\u{2028}"
      ])
  }

  /// Everything that a notebook can put where the terminal shows it.
  private static let hostile = #"""
    ---
    title: "T\e]0;PWNED\a\nother.md:1:1: error: forged [x.y]\u202E"
    params: {"steps": "3"}
    ---
    ```{load}
    label: digits
    dataset: digits
    caption: "C\e[2J\nother.md:2:1: error: forged [x.y]\u009B1m"
    train: 60
    test: 20
    ```
    ```{build}
    label: net
    layers: [{dense: {units: 10}}]
    ```
    ```{train}
    label: fit
    steps: $steps
    batch: 10
    report: {batch_accuracy: every step}
    ```
    ```{compare}
    label: versus
    caption: "V\e[8m"
    rows:
      - subject: "S\e[5m\nother.md:3:1: error: forged [x.y]\u2067"
        reported: 0.99
        measured: fit.batch_accuracy
        tolerance: 0.001
    ```

    """#

  private func expectHarmless(_ result: Command.Result, _ location: SourceLocation = #_sourceLocation) {
    let text = result.output + result.error
    let orders = text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || (0x2028...0x202E).contains($0.value)
        || (0x2066...0x2069).contains($0.value)
    }
    #expect(orders.isEmpty, "\(orders)", sourceLocation: location)
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("other.md") }, sourceLocation: location)
  }

  @Test func nothingOfANotebookReachesTheTerminalAsAnOrder() throws {
    let command = try Command()
    try command.folder.write(Self.hostile, to: "hostile.md")
    let run = try command.run("hostile.md", "--progress", "plain")
    #expect(run.error.contains(#"hostile.md: T\u001B]0;PWNED\u0007\nother.md"#))
    #expect(run.output.contains(#"S\u001B[5m\nother.md"#))
    expectHarmless(run)
    let listed = try command.run("list", "hostile.md")
    #expect(listed.output.contains(#"C\u001B[2J\nother.md"#))
    expectHarmless(listed)
    let stepped = try command.run("hostile.md", "--step", input: "n\nn\nn\nn\np digits\np versus\nd\nh\n")
    #expect(stepped.output.contains(#"T\u001B]0;PWNED"#) && stepped.output.contains(#"S\u001B[5m\nother.md"#))
    expectHarmless(stepped)
    expectHarmless(try command.run("hostile.md", "--progress", "json"))
  }

  @Test(arguments: [
    #"dataset: "x\nother.md:1:1: error: forged [x.y]\e[2J""#, #""k\e[2J\nother.md:1": 3"#,
    #"folder: "f\e]0;x\a\u202E""#, #"expect: "a\e[2J == 1""#, #"label: "l\e[2J\nother.md:1:1: error""#,
  ]) func noMistakeIsToldAsMoreThanOneLine(_ option: String) throws {
    let command = try Command()
    try command.folder.write("```{load}\n\(option)\n```\n{{a\u{202E}.b}}\n", to: "wrong.md")
    let result = try command.run("check", "wrong.md")
    #expect(result.status == 2)
    expectHarmless(result)
  }

  @Test func namesOfFilesAreShownAndNotObeyed() throws {
    let command = try Command()
    try command.folder.write("# One\n", to: "a\u{1B}[2J\u{202E}.md")
    expectHarmless(try command.run("a\u{1B}[2J\u{202E}.md"))
    expectHarmless(try command.run("check", "a\u{1B}[2J\u{202E}.md", "b\u{1B}\n.md"))
    expectHarmless(try command.run("--th\u{1B}[2Jreads"))
    let forged = "x\nother.md:1:1: error: forged [x.y]"
    for arguments in [["--\(forged)"], ["--threads", forged], ["--threads=\(forged)"], [forged], ["help", forged]] {
      expectHarmless(try command.finish(try command.start(arguments)))
    }
  }
}

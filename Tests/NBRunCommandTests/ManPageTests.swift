import Foundation
import Testing

/// The man page, which the argument parser's plugin makes, against what the command says of itself.
struct ManPageTests {
  /// What `--experimental-dump-help` tells.
  private struct Dump: Decodable {
    let command: Subcommand
  }

  private struct Subcommand: Decodable {
    let commandName: String
    let abstract: String?
    let arguments: [Argument]?
    let subcommands: [Subcommand]?

    /// The heads of the page's lists, each with the line that follows it.
    var entries: [String] {
      let own = (arguments ?? []).filter(\.shouldDisplay).flatMap(\.entries)
      // The parser's own 'help', in whose place there is another one.
      let named = (subcommands ?? []).filter { $0.abstract != "Show subcommand help information." }
      let nested = named.flatMap { [".It Em \($0.commandName)", $0.abstract ?? ""] + $0.entries }
      return own + nested
    }
  }

  private struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let isRepeating: Bool
    let shouldDisplay: Bool
    let allValues: [String]?
    let allValueDescriptions: [String: String]?

    struct Name: Decodable {
      let kind: String
      let name: String
    }

    var entries: [String] {
      let flags = (names ?? []).sorted { $0.kind == "short" && $1.kind != "short" }
        .map { $0.kind == "short" ? $0.name : "-\($0.name)" }.joined(separator: " , ")
      let value = "Ar \(valueName ?? "")\(isRepeating ? "..." : "")"
      let head =
        switch kind {
        case "positional": value
        case "flag": "Fl \(flags)"
        default: "Fl \(flags) \(value)"
        }
      let values = (allValues ?? []).filter { _ in allValueDescriptions?.isEmpty == false }
        .flatMap { [".It Ar \($0)", allValueDescriptions?[$0] ?? ""] }
      return [".It \(head)", abstract ?? ""] + values
    }
  }

  @Test func hasEverySubcommandOptionAndValueInTheCommandsOwnWords() throws {
    let page = try String(contentsOf: repository.appending(path: "man/nbrun.1"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let entries = lines.indices.filter { lines[$0].hasPrefix(".It ") }.flatMap { head in
      [lines[head], lines[head + 1].hasPrefix(".") ? "" : lines[head + 1]]
    }
    let dump = try Command().run("--experimental-dump-help").output
    let expected = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.entries
    #expect(expected.contains(".It Em check") && expected.contains(".It Fl -time-limit Ar time"))
    #expect(entries == expected, "\(entries.difference(from: expected)): .ci/man-page makes the page")
  }

  private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

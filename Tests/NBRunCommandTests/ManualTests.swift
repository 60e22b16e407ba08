import Foundation
import NotebookDirectives
import NotebookPlanning
import TestSupport
import Testing

/// The manual says of every key what its declaration says.
struct ManualTests {
  /// Its four notebooks.
  private static let files = ["manual", "manual-part-two", "manual-weights", "manual-sweeps"].map { name in
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../notebooks/\(name).md")
      .standardizedFileURL
  }

  /// Compares the lists between `<!-- keys of … -->` and `<!-- end of keys -->`, or writes them when `RECORD_SNAPSHOTS` is 1.
  @Test(arguments: files) func itsListsOfKeysFollowFromTheDeclarations(file: URL) throws {
    let manual = try String(contentsOf: file, encoding: .utf8)
    let (generated, _) = try Self.regenerated(manual)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try generated.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(generated == manual, "RECORD_SNAPSHOTS=1 writes the lists; make the page anew then")
  }

  @Test func itHasAListForEveryTopic() throws {
    let listed = try Self.files.reduce(into: Set<String>()) { listed, file in
      listed.formUnion(try Self.regenerated(String(contentsOf: file, encoding: .utf8)).topics)
    }
    for topic in LanguageReference.topics { #expect(listed.contains(topic.name), "no list of '\(topic.name)'") }
  }

  /// The manual with its lists made anew, and the topics that it lists.
  private static func regenerated(_ manual: String) throws -> (text: String, topics: Set<String>) {
    var lines: [Substring] = []
    var topics: Set<String> = []
    var end: String?
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = end {
        guard line == mark else { continue }
        end = nil
      }
      lines.append(line)
      guard let (what, name) = beginning(of: line) else { continue }
      end = "<!-- end of \(what) -->"
      let list = try #require(text(what, name, &topics), "the manual lists \(what) of '\(name)', which is nothing")
      lines += list.split(separator: "\n")
    }
    #expect(end == nil, "a list of the manual has no end")
    return (lines.joined(separator: "\n"), topics)
  }

  private static func beginning(of line: Substring) -> (what: String, name: String)? {
    for what in ["keys", "kinds"] {
      let head = "<!-- \(what) of "
      if line.hasPrefix(head), line.hasSuffix(" -->") { return (what, String(line.dropFirst(head.count).dropLast(4))) }
    }
    return nil
  }

  private static func text(_ what: String, _ name: String, _ topics: inout Set<String>) -> String? {
    if what == "kinds" {
      let kinds = LanguageReference.kinds(of: name)
      topics.formUnion(kinds.map(\.name))
      return kinds.isEmpty ? nil : OptionList.kinds(kinds)
    }
    if name == "cell" { return OptionList.keys(of: CellOptions.all) }
    guard let topic = LanguageReference.topics.first(where: { $0.name == name }) else { return nil }
    topics.insert(name)
    return OptionList.keys(of: topic.options.filter { option in !CellOptions.all.contains { $0.name == option.name } })
  }
}

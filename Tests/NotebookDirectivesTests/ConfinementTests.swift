import Foundation
import NotebookPlanning
import NotebookSyntax
import TestSupport
import Testing

/// What a notebook names lies in its own folder and is a regular file; nothing else is opened, waited for or read.
@Suite(.timeLimit(.minutes(2))) struct ConfinementTests {
  private let folder: TemporaryFolder
  private static let table = "0,1,2,3,4\n1,2,3,4,5\n2,3,4,5,6\n3,4,5,6,7\n"

  /// A notebook's folder with data in it, one outside, and links.
  init() throws {
    folder = try TemporaryFolder()
    for place in ["notebooks/data", "outside/data", "outside"] {
      for part in ["train", "test"] { try folder.write(Self.table, to: "\(place)/\(part).csv") }
      try folder.write("Not for everybody, not for you.", to: "\(place)/words.txt")
    }
    for part in ["train", "test"] { try folder.write(Self.table, to: "outside/deep/secret/\(part).csv") }
    try folder.write("Not for everybody, not for you.", to: "outside/deep/secret.txt")
    try folder.write("", to: "outside/deep/er/here")
    try link("notebooks/out", to: "outside")
    try link("notebooks/deep", to: "outside/deep/er")
    try link("notebooks/data/here", to: "notebooks")
    try link("notebooks/absolute.txt", to: "outside/words.txt")
    try link("notebooks/inside.txt", to: "notebooks/data/words.txt")
    try link("notebooks/chain", to: "notebooks/out")
    for place in ["loop", "zero.txt"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("notebooks/\(place)"), withDestinationPath: place == "loop" ? "loop" : "/dev/zero")
    }
    try #require(mkfifo(folder.path("notebooks/pipe"), 0o644) == 0)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(name), withDestinationPath: folder.path(target))
  }

  private func identifiers(_ option: String) -> [DiagnosticIdentifier] {
    let text = "```{load}\n\(option)\ntime_steps: \(option.hasPrefix("folder") ? "rows" : "2")\n```\n"
    return TestNotebook(text, folder: folder.path("notebooks")).planned().diagnostics.map(\.identifier)
  }

  @Test(arguments: [
    "folder: data", "folder: ./data/", "folder: data/../data", "folder: data/here/data", "text: data/words.txt",
    "text: inside.txt", "text: data/here/data/words.txt", "table: data/train.csv\ntarget: 1\ntest: 1",
  ]) func whatLiesInsideIsRead(_ option: String) { #expect(identifiers(option) == []) }

  @Test(arguments: [
    "folder: ..", "folder: ../outside", "folder: /", "folder: out", "folder: out/data", "folder: chain/data",
    "folder: deep/../../data", "folder: deep/../secret", "folder: data/here/../deep/../secret",
    "folder: data/../../outside", "folder: data/here/../../outside", "folder: loop",
    "folder: pipe", "folder: data/words.txt", "folder: '~'", "folder: missing", "folder: \"a\\0b\"",
    "text: ../outside/words.txt", "text: out/words.txt", "text: chain/words.txt", "text: deep/../../words.txt",
    "text: deep/../secret.txt",
    "text: absolute.txt", "text: /etc/os-release", "text: /dev/zero", "text: zero.txt", "text: pipe", "text: loop",
    "text: data", "text: .", "text: missing.txt", "text: \"inside.txt\\0\"", "text: file:///etc/os-release",
    "text: data/words.txt/", "text: data/words.txt/..", "table: ../outside/train.csv", "table: out/train.csv",
    "table: /dev/zero", "table: pipe", "table: data",
  ]) func whatLeadsOutOrIsNoFileIsRefused(_ option: String) { #expect(identifiers(option) == [.unreadableData]) }

  @Test(arguments: ["pipe", "folder", "device", "link", "socket"])
  func aTableThatIsNoFileOfTheFolderIsRefused(_ kind: String) throws {
    let path = folder.path("notebooks/data/train.csv")
    try FileManager.default.removeItem(atPath: path)
    switch kind {
    case "pipe": try #require(mkfifo(path, 0o644) == 0)
    case "folder": try #require(mkdir(path, 0o755) == 0)
    case "device": try #require(symlink("/dev/zero", path) == 0)
    case "link": try link("notebooks/data/train.csv", to: "outside/train.csv")
    default: try #require(mknod(path, S_IFSOCK | 0o644, 0) == 0)
    }
    #expect(identifiers("folder: data") == [.unreadableData])
  }
}

import Datasets
import Foundation
import TestSupport
import Testing

@testable import NBRunCommand

/// What `check` finds in data files is kept, so that they are read once.
struct CheckedFilesTests {
  private static let notebook = "```{load}\nfolder: data\n```\n"

  @Test func checkKeepsWhatItFoundInSettledFilesAndNothingElse() throws {
    let command = try Command()
    try command.folder.write(Self.notebook, to: "a.md")
    try command.folder.write(Command.notebook, to: "digits.md")
    try SmallDataset.write(to: command.folder, "data")
    #expect(try command.run("check", "digits.md").status == 0)
    #expect(try command.run("check", "a.md").status == 0)
    #expect(try command.stored() == [], "files as young as these may still change")
    usleep(2_100_000)
    #expect(try command.run("check", "a.md").status == 0)
    let stored = try command.stored()
    #expect(stored.count == 2)
    #expect(stored.filter { $0.hasSuffix(".data") }.count == 1)
    #expect(stored.filter { $0.hasSuffix("store.key") }.count == 1)
    #expect(try command.run("check", "a.md").status == 0)
    #expect(try command.stored() == stored)
    #expect(try command.run("clean").status == 0)
    #expect(try command.stored() == [])
  }

  @Test func whatWasFoundIsBelievedOnlyWithTheKeyOfTheStore() throws {
    let folder = try TemporaryFolder()
    let store = StoredFindings(folder: StoreFolder(path: folder.path("store")))
    let key = String(repeating: "0", count: 64)
    #expect(store.findings([Int].self, under: key) == nil)
    #expect(try folder.contents() == [])
    store.keep([7], under: key)
    #expect(store.findings([Int].self, under: key) == [7])
    var bytes = try Data(contentsOf: URL(filePath: folder.path("store/\(key).data")))
    bytes[bytes.count - 40] ^= 1
    try folder.write(bytes, to: "store/\(key).data")
    #expect(store.findings([Int].self, under: key) == nil)
  }

  @Test func checkNamesFilesAsTheNotebookDoes() throws {
    let command = try Command()
    try command.folder.write(Self.notebook, to: "a.md")
    try SmallDataset.write(to: command.folder, "data")
    try command.folder.write([1, 2, 3], to: "data/t10k-labels-idx1-ubyte")
    let result = try command.run("check", "a.md")
    #expect(result.status == 2)
    #expect(
      result.error.hasPrefix("a.md:2:9: error: data/t10k-labels-idx1-ubyte: ends within the IDX header: "))
  }
}

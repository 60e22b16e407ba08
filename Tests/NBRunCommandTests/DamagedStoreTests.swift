import Foundation
import NotebookPlanning
import NotebookResults
import SeededRandom
import TestSupport
import Testing

@testable import NBRunCommand

/// Whatever lies where results are stored, a run gives the same page.
struct DamagedStoreTests {
  private static let notebook = Command.notebook

  /// How many files are damaged, one after the other; `NBRUN_DAMAGES` asks for more.
  private static let count = ProcessInfo.processInfo.environment["NBRUN_DAMAGES"].flatMap(Int.init) ?? 60

  private func bytes(_ run: StoredRun, _ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(run.stored.path)/\(name)"))
  }

  @Test func isMissedWhereverItIsDamaged() throws {
    let run = try StoredRun()
    let page = try run.run(Self.notebook).page
    var random = RandomStream(seed: 1, purpose: .tests)
    for _ in 0..<Self.count {
      let names = run.names
      let name = names[random.whole(below: names.count)]
      var contents = try bytes(run, name)
      let place = random.whole(below: contents.count)
      switch random.whole(below: 5) {
      case 0: contents[place] ^= 1 << UInt8(random.whole(below: 8))
      case 1: contents = contents.prefix(place)
      case 2: contents.append(contentsOf: contents.prefix(place + 1))
      case 3: contents = try bytes(run, names[random.whole(below: names.count)])
      default: contents.replaceSubrange(place..<min(place + 40, contents.count), with: Data(count: 40))
      }
      try run.folder.write(contents, to: "store/\(name)")
      #expect(try run.run(Self.notebook).page == page, "\(name) at \(place)")
    }
    #expect(!run.warnings.isEmpty)
  }

  @Test(arguments: [
    ("hello", "is not one of nbrun's"), ("", "is not one of nbrun's"),
    ("nbrun-kept \(StoredValue.version - 1)\nabc\ndef", "is of another version of nbrun"),
    ("nbrun-kept \(StoredValue.version)\nabc", "is damaged"),
    ("nbrun-kept 99999999999999999999\n", "is not one of nbrun's"),
  ])
  func isMissedWithAWarningWhenItIsNotOurs(_ contents: String, _ phrase: String) throws {
    let run = try StoredRun()
    let page = try run.run(Self.notebook).page
    let name = try #require(run.names.first { $0.hasSuffix(".result") })
    try run.folder.write(contents, to: "store/\(name)")
    #expect(try run.run(Self.notebook).page == page)
    #expect(run.warnings.count == 1)
    #expect(run.warnings[0].contains("\(name) \(phrase); the cell '"))
    #expect(try run.run(Self.notebook).ran == [], "and it is whole again")
  }

  /// Foundation reads lists within lists in XML by recursion, until there is no stack left.
  @Test func isMissedWhenItIsAPropertyListOfAnotherForm() throws {
    let depth = 100_000
    let text =
      "<?xml version=\"1.0\"?><plist version=\"1.0\">" + String(repeating: "<array>", count: depth)
      + String(repeating: "</array>", count: depth) + "</plist>"
    let folder = try TemporaryFolder()
    let key = try StoreKey.made(in: folder.path)
    let contents = Data("\(StoredValue.mark)\(StoredValue.version)\n\(key.digest(of: Data(text.utf8)))\n\(text)".utf8)
    #expect(throws: StoreProblem.damaged) { try StoredValue.value([Int].self, from: contents, key: key) }
    #expect(BinaryPropertyList.value(as: [Int].self, from: Data(text.utf8)) == nil)
    #expect(BinaryPropertyList.value(from: try BinaryPropertyList.encode([1, 2])) == [1, 2])
  }

  @Test func isMissedWhenItIsWholeButSomethingElse() throws {
    let run = try StoredRun()
    let page = try run.run(Self.notebook).page
    let key = try #require(StoreKey(in: run.stored.path))
    for name in run.names {
      try run.folder.write(try StoredValue.contents(["something": 1], key: key), to: "store/\(name)")
    }
    #expect(try run.run(Self.notebook).page == page)
  }

  @Test func isMissedWhenItIsAFolderOrALinkOrAPipe() throws {
    let run = try StoredRun()
    let page = try run.run(Self.notebook).page
    for (place, name) in run.names.enumerated() {
      let path = "\(run.stored.path)/\(name)"
      unlink(path)
      switch place % 3 {
      case 0: mkdir(path, 0o755)
      case 1: symlink("/dev/zero", path)
      default: mkfifo(path, 0o644)
      }
    }
    #expect(try run.run(Self.notebook).page == page)
  }

  @Test func isNotNeeded() throws {
    let run = try StoredRun()
    try run.folder.write("a file", to: "store")
    #expect(try run.run(Self.notebook).report.outcome == .succeeded)
    #expect(run.warnings.count == 1)
    #expect(run.warnings[0].hasPrefix("results cannot be kept: "))
  }
}

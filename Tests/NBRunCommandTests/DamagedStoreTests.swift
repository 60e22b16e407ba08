import Foundation
import NotebookResults
import SeededRandom
import TestSupport
import Testing

@testable import NBRunCommand

/// Whatever lies where results are kept, a run gives the same page.
struct DamagedKeepingTests {
  private static let notebook = Command.notebook

  /// How many files are damaged, one after the other; `NBRUN_DAMAGES` asks for more.
  private static let count = ProcessInfo.processInfo.environment["NBRUN_DAMAGES"].flatMap(Int.init) ?? 60

  private func names(_ run: KeptRun) -> [String] { run.kept.items.map(\.entry.name).sorted() }

  private func bytes(_ run: KeptRun, _ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(run.kept.path)/\(name)"))
  }

  @Test func isMissedWhereverItIsDamaged() throws {
    let run = try KeptRun()
    let page = try run.run(Self.notebook).page
    var random = RandomStream(seed: 1, purpose: .tests)
    for _ in 0..<Self.count {
      let names = names(run)
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
      try run.folder.write(contents, to: "output/.nbrun/\(name)")
      #expect(try run.run(Self.notebook).page == page, "\(name) at \(place)")
    }
    #expect(!run.warnings.isEmpty)
  }

  @Test(arguments: [
    ("hello", "is not one of nbrun's"), ("", "is not one of nbrun's"),
    ("nbrun-kept 3\nabc\ndef", "is of another version of nbrun"),
    ("nbrun-kept 2\nabc", "is damaged"), ("nbrun-kept 99999999999999999999\n", "is not one of nbrun's"),
  ])
  func isMissedWithAWarningWhenItIsNotOurs(_ contents: String, _ phrase: String) throws {
    let run = try KeptRun()
    let page = try run.run(Self.notebook).page
    let name = try #require(names(run).first { $0.hasSuffix(".result") })
    try run.folder.write(contents, to: "output/.nbrun/\(name)")
    #expect(try run.run(Self.notebook).page == page)
    #expect(run.warnings.count == 1)
    #expect(run.warnings[0].contains("\(name) \(phrase); the cell '"))
    #expect(try run.run(Self.notebook).ran == [], "and it is whole again")
  }

  @Test func isMissedWhenItIsWholeButSomethingElse() throws {
    let run = try KeptRun()
    let page = try run.run(Self.notebook).page
    for name in names(run) {
      try run.folder.write(try KeptFile.contents(["something": 1]), to: "output/.nbrun/\(name)")
    }
    #expect(try run.run(Self.notebook).page == page)
  }

  @Test func isMissedWhenItIsAFolderOrALinkOrAPipe() throws {
    let run = try KeptRun()
    let page = try run.run(Self.notebook).page
    for (place, name) in names(run).enumerated() {
      let path = "\(run.kept.path)/\(name)"
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
    let run = try KeptRun()
    try run.folder.write("a file", to: "output/.nbrun")
    #expect(try run.run(Self.notebook).report.outcome == .succeeded)
    #expect(run.warnings.count == 1)
    #expect(run.warnings[0].hasPrefix("results cannot be kept: "))
  }

  @Test func theLongestUnusedGoesFirstWhenThereIsTooMuch() throws {
    let temporary = try TemporaryFolder()
    let folder = KeptFolder(path: temporary.path("kept"), limit: 4000)
    for number in 0..<10 {
      try folder.write(Data(count: 900), as: KeptEntry(.result, "\(number)"))
      let entry = folder.items.first { $0.entry.subject == "\(number)" }
      #expect(entry != nil)
      var times = [timeval(tv_sec: 1000 + number, tv_usec: 0), timeval(tv_sec: 1000 + number, tv_usec: 0)]
      utimes("\(folder.path)/\(number).result", &times)
      _ = try folder.read(KeptEntry(.result, "0"), as: Data.self)
    }
    let left = folder.items.map(\.entry.subject).sorted()
    #expect(left == ["0", "8", "9"] || left == ["0", "7", "8", "9"])
    #expect(folder.items.reduce(0) { $0 + $1.size } <= 4000)
  }
}

import Foundation
import TestSupport
import Testing

@testable import NBRunCommand

/// What a folder of results does with files, its own and others'.
struct StoreFolderTests {
  private let temporary: TemporaryFolder
  private let folder: StoreFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = StoreFolder(path: temporary.path("store"), limit: 4000)
  }

  /// The name of a result, numbered.
  private func entry(_ number: Int, _ kind: StoreEntry.Kind = .result, step: Int? = nil) -> StoreEntry {
    let digits = String(number)
    return StoreEntry(kind, String(repeating: "0", count: 64 - digits.count) + digits, step: step)
  }

  private var keptEntries: [StoreEntry] { folder.items.map(\.entry).sorted { $0.name < $1.name } }

  private func setAge(of entry: StoreEntry, seconds: Int) {
    let time = timeval(tv_sec: time(nil) - seconds, tv_usec: 0)
    utimes("\(folder.path)/\(entry.name)", [time, time])
  }

  @Test func theLongestUnusedGoesFirstWhenThereIsTooMuch() throws {
    for number in 0..<10 {
      try folder.write(Data(count: 800), as: entry(number))
      #expect(folder.has(entry(number)))
      setAge(of: entry(number), seconds: 1000 - number)
      folder.touch(entry(0))
    }
    #expect(keptEntries == [entry(0), entry(7), entry(8), entry(9)])
  }

  @Test func seesBeforeLongWhatOthersHaveWritten() throws {
    let limit = 100_000
    let (own, others) = (StoreFolder(path: folder.path, limit: limit), StoreFolder(path: folder.path))
    try own.write([0], as: entry(0))
    try others.write(Data(count: 120_000), as: entry(1))
    #expect(others.items.reduce(0) { $0 + $1.size } > limit)
    setAge(of: entry(1), seconds: 1000)
    for number in 2..<100 { try own.write([number], as: entry(number)) }
    #expect(!own.has(entry(1)) && own.has(entry(99)))
  }

  @Test func lookingUpChangesNothing() throws {
    try folder.write([1, 2], as: entry(1))
    setAge(of: entry(1), seconds: 1000)
    let before = folder.items.map(\.used)
    #expect(try folder.read(entry(1), as: [Int].self) == [1, 2])
    #expect(try folder.read(entry(2), as: [Int].self) == nil)
    #expect(folder.items.map(\.used) == before)
    #expect(try temporary.contents() == ["store", "store/\(entry(1).name)", "store/store.key"])
    #expect(folder.clean().files == 1)
    #expect(try temporary.contents() == [], "the key goes with what it was for")
  }

  @Test func believesNothingThatWasWrittenWithAnotherKeyOrNone() throws {
    try folder.write([1], as: entry(1))
    let key = try temporary.text(of: "store/store.key")
    try temporary.write(key.replacing("key ", with: "key 0").dropLast(2) + "\n", to: "store/store.key")
    #expect(throws: StoreProblem.damaged) { try folder.read(entry(1), as: [Int].self) }
    unlink(temporary.path("store/store.key"))
    #expect(throws: StoreProblem.foreign) { try folder.read(entry(1), as: [Int].self) }
    try temporary.write(key, to: "store/store.key")
    #expect(try folder.read(entry(1), as: [Int].self) == [1])
  }

  @Test(arguments: ["my own key\n", ""]) func leavesAFileThatIsNotItsKey(_ text: String) throws {
    try temporary.write(text, to: "store/store.key")
    #expect(throws: FileProblem.self) { try folder.write([1], as: entry(1)) }
    #expect(try temporary.text(of: "store/store.key") == text)
    unlink(temporary.path("store/store.key"))
    symlink(temporary.path("elsewhere"), temporary.path("store/store.key"))
    #expect(throws: FileProblem.self) { try folder.write([1], as: entry(1)) }
    #expect(try temporary.contents() == ["store", "store/store.key"])
  }

  @Test(arguments: [EPERM, EOPNOTSUPP, ENOSYS, EMLINK])
  func hasAKeyWhereADiskKnowsNoSecondNames(_ code: Int32) throws {
    mkdir(folder.path, 0o755)
    func refuse(_: String, _: String) -> Int32 {
      errno = code
      return -1
    }
    let key = try StoreKey.made(in: folder.path, link: refuse)
    #expect(StoreKey(in: folder.path) == key)
    #expect(try StoreKey.made(in: folder.path, link: refuse) == key)
    #expect(try temporary.contents() == ["store", "store/store.key"])
  }

  @Test func hearsTheFirstOfSeveralWhoMakeAKey() throws {
    mkdir(folder.path, 0o755)
    var first: StoreKey?
    let key = try StoreKey.made(in: folder.path) { file, name in
      first = try? StoreKey.made(in: folder.path)
      return link(file, name)
    }
    #expect(key == first)
    let later = try StoreKey.made(in: folder.path) { _, _ in -1 }
    #expect(later == first)
  }

  @Test func removesKeysThatWereNeverFinishedAndNothingNamedLikeThem() throws {
    try folder.write([1], as: entry(1))
    let key = try temporary.text(of: "store/store.key")
    let digits = "0123456789abcdef"
    for (name, text) in [
      ("store.key.\(digits).unfinished", key), ("store.key.\(digits.replacing("0", with: "1")).unfinished", "nbrun-k"),
      ("store.key.\(digits.replacing("0", with: "2")).unfinished", "my key"), ("store.key.mine.unfinished", key),
      ("store.key.\(digits)", key), ("my.store.key.\(digits).unfinished", key),
    ] { try temporary.write(text, to: "store/\(name)") }
    #expect(folder.clean().files == 3)
    #expect(
      try temporary.contents() == [
        "store", "store/my.store.key.\(digits).unfinished", "store/store.key.\(digits)",
        "store/store.key.\(digits.replacing("0", with: "2")).unfinished", "store/store.key.mine.unfinished",
      ])
  }

  @Test(arguments: [
    "film.part", "exam.result", "essay.unfinished", "notes.training", "a.cells", ".result", "-3.part",
    "\(String(repeating: "a", count: 63)).result", "\(String(repeating: "A", count: 64)).result",
    "\(String(repeating: "a", count: 64))-1.result", "\(String(repeating: "a", count: 64)).part",
    "\(String(repeating: "a", count: 64))-01.part", "\(String(repeating: "a", count: 64))--1.part",
    "\(String(repeating: "a", count: 64))-9223372036854775808.part",
    "\(String(repeating: "a", count: 64)).result.12.unfinished", "\(String(repeating: "a", count: 64)).result.bak",
  ]) func knowsNoFileWhoseNameIsNotExactlyItsOwn(_ name: String) throws {
    try temporary.write("nbrun-kept 3\n", to: "store/\(name)")
    #expect(folder.items.isEmpty)
    #expect(folder.clean().files == 0)
    #expect(try temporary.contents() == ["store", "store/\(name)"])
  }

  @Test func removesNothingThatIsOnlyNamedAsItsOwnAre() throws {
    try folder.write([1], as: entry(1))
    try folder.write([1], as: entry(2, .part, step: 7))
    try temporary.write("my film", to: "store/\(entry(3).name)")
    try temporary.write("", to: "store/\(entry(4).name)")
    try temporary.write("nbrun", to: "store/\(entry(5).whileUnfinished.name)")
    try temporary.write("nothing", to: "store/\(entry(6).whileUnfinished.name)")
    try temporary.write("nbrun-kept 3\n", to: "elsewhere")
    symlink(temporary.path("elsewhere"), "\(folder.path)/\(entry(7).name)")
    #expect(folder.clean().files == 3)
    let left = try temporary.contents().filter { $0.hasPrefix("store/") }.count
    #expect(left == 4)
    #expect(try temporary.text(of: "elsewhere") == "nbrun-kept 3\n")
  }

  @Test func makesRoomWithItsOwnFilesAlone() throws {
    try temporary.write(Data(count: 9000), to: "store/\(entry(1).name)")
    try folder.write(Data(count: 800), as: entry(2))
    setAge(of: entry(2), seconds: 1000)
    try folder.write(Data(count: 800), as: entry(3))
    #expect(keptEntries == [entry(1), entry(3)])
  }

  @Test func replacesALinkAndLeavesWhatItLeadsTo() throws {
    try temporary.write("dear diary", to: "diary")
    mkdir(folder.path, 0o755)
    symlink(temporary.path("diary"), "\(folder.path)/\(entry(1).name)")
    #expect(throws: StoreProblem.foreign) { try folder.read(entry(1), as: [Int].self) }
    #expect(!folder.has(entry(1)))
    try folder.write([1], as: entry(1))
    #expect(try temporary.text(of: "diary") == "dear diary")
    #expect(try folder.read(entry(1), as: [Int].self) == [1])
  }

  @Test func readsNothingThroughALink() throws {
    try folder.write([1], as: entry(1))
    #expect(rename("\(folder.path)/\(entry(1).name)", temporary.path("elsewhere")) == 0)
    symlink(temporary.path("elsewhere"), "\(folder.path)/\(entry(1).name)")
    #expect(throws: StoreProblem.foreign) { try folder.read(entry(1), as: [Int].self) }
    #expect(folder.clean().files == 0, "what a link leads to is nobody's to remove")
    unlink("\(folder.path)/\(entry(1).name)")
    try folder.write([2], as: entry(1))
    #expect(rename("\(folder.path)/store.key", temporary.path("key")) == 0)
    symlink(temporary.path("key"), "\(folder.path)/store.key")
    #expect(throws: StoreProblem.foreign) { try folder.read(entry(1), as: [Int].self) }
  }

  @Test func mayBeALinkItself() throws {
    mkdir(temporary.path("real"), 0o755)
    symlink(temporary.path("real"), folder.path)
    try folder.write([1], as: entry(1))
    #expect(try temporary.contents().contains("real/\(entry(1).name)"))
    #expect(folder.clean().files == 1)
  }

  @Test func namesFilesSoThatTheyAreFoundAgain() {
    for entry in [entry(1), entry(2, .training, step: 0), entry(3, .part, step: 100_000_000), entry(4, .cells)] {
      #expect(StoreEntry(fileName: entry.name) == entry)
      let unfinished = entry.whileUnfinished
      #expect(StoreEntry(fileName: unfinished.name) == unfinished)
      #expect(unfinished != entry && entry.whileUnfinished != unfinished)
    }
  }
}

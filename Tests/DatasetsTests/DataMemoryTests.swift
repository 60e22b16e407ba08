import Datasets
import Foundation
import Synchronization
import TestSupport
import Testing

/// Data files are read once for as long as they do not change.
@Suite struct DataMemoryTests {
  private struct Found: DataFindings, Hashable, ExpressibleByIntegerLiteral {
    let byte: Int
    init(integerLiteral byte: Int) { self.byte = byte }
    var arePossible: Bool { byte < 100 }
  }

  /// Files whose readings are counted; their first byte says what is found.
  private final class CountedFiles: FiledData {
    let filePaths: [String]
    let reading: String
    let count = Atomic(0)
    /// Called while they are read.
    let whileRead: @Sendable () -> Void

    init(_ paths: String..., reading: String = "", whileRead: @escaping @Sendable () -> Void = {}) {
      (filePaths, self.reading, self.whileRead) = (paths, reading, whileRead)
    }

    func read(threads: Int) throws(DatasetError) -> [UInt8] {
      count.add(1, ordering: .relaxed)
      whileRead()
      let bytes = filePaths.flatMap { FileManager.default.contents(atPath: $0).map(Array.init) ?? [] }
      guard bytes.first != 0 else { throw DatasetError(filePaths[0], .truncatedGzip) }
      return bytes
    }

    func findings(in contents: [UInt8]) -> Found { Found(integerLiteral: Int(contents[0])) }
    func bytes(of contents: [UInt8]) -> Int { contents.count }
    var times: Int { count.load(ordering: .relaxed) }
  }

  private final class CountedStore: FindingsStore {
    private let kept = Mutex<[String: Data]>([:])
    var count: Int { kept.withLock(\.count) }

    func findings<Findings: Codable>(_ type: Findings.Type, under key: String) -> Findings? {
      kept.withLock { $0[key] }.flatMap { try? JSONDecoder().decode(type, from: $0) }
    }

    func keep(_ findings: some Codable, under key: String) {
      kept.withLock { $0[key] = try? JSONEncoder().encode(findings) }
    }

    func replaceAll(by findings: some Codable) {
      kept.withLock { kept in kept = kept.mapValues { (try? JSONEncoder().encode(findings)) ?? $0 } }
    }
  }

  private let folder: TestSupport.TemporaryFolder
  /// Older than any test.
  private static let old = "/etc/os-release"

  init() throws { folder = try TestSupport.TemporaryFolder() }

  @Test func whatWasCheckedIsNotReadAgain() throws {
    let files = CountedFiles(try folder.write([7, 8], to: "a"), try folder.write([9], to: "b"))
    let memory = DataMemory()
    #expect(!memory.knows(files))
    #expect(try memory.findings(of: files) == 7)
    #expect(memory.knows(files))
    #expect(try memory.findings(of: files) == 7)
    #expect(try memory.contents(of: files, threads: 1) == [7, 8, 9])
    #expect(try memory.contents(of: files, threads: 1) == [7, 8, 9])
    #expect(files.times == 1)
  }

  /// What somebody has put in the place of findings may say that there are more lines than numbers.
  @Test func findingsThatCannotBeAreNotBelieved() throws {
    let (store, files) = (CountedStore(), CountedFiles(Self.old))
    let found = try DataMemory(store: store).findings(of: files)
    #expect(try DataMemory(store: store).findings(of: files) == found && files.times == 1)
    store.replaceAll(by: Found(integerLiteral: .max))
    #expect(try DataMemory(store: store).findings(of: files) == found && files.times == 2)
  }

  /// These findings with another number in the place of one.
  private func forged<Findings: DataFindings>(_ findings: Findings, _ name: String, _ number: Int) throws -> Findings {
    let text = String(decoding: try JSONEncoder().encode(findings), as: UTF8.self)
    let changed = text.replacing(try Regex("\"\(name)\":\\d+"), with: "\"\(name)\":\(number)")
    #expect(changed != text)
    return try JSONDecoder().decode(Findings.self, from: Data(changed.utf8))
  }

  @Test func noFileHasCountsBeyondAllBounds() throws {
    for name in ["train", "test"] { try folder.write(Array("2,1,2\n1,0,0\n".utf8), to: "set/\(name).csv") }
    let location = try DatasetLocation.folder("\(folder.path)/set", shape: ImageShape(rows: 1, columns: 2))
    let images = try DataMemory().findings(of: location)
    let text = try DataMemory().findings(of: TextFile(path: try folder.write(Array("ab".utf8), to: "text")))
    let table = try DataMemory().findings(
      of: NumberTableFile(path: try folder.write(Array("a,b\n1,2\n3,4\n".utf8), to: "table.csv")))
    #expect(images.arePossible && text.arePossible && table.arePossible)
    for number in [-1, 1 << 40, .max] {
      for name in ["trainCount", "testCount", "bytesPerPixel"] {
        #expect(try !forged(images, name, number).arePossible, "\(name) \(number)")
      }
      #expect(try !forged(text, "characters", number).arePossible)
      #expect(try !forged(table, "lines", number).arePossible)
    }
  }

  @Test func aFileThatChangedIsReadAgain() throws {
    let files = CountedFiles(try folder.write([7], to: "a"))
    let memory = DataMemory()
    #expect(try memory.findings(of: files) == 7)
    try folder.write([8], to: "a")
    #expect(try memory.findings(of: files) == 8)
    #expect(try memory.contents(of: files, threads: 1) == [8])
    #expect(files.times == 2)
  }

  @Test func theSameFilesUnderstoodOtherwiseAreReadAgain() throws {
    let path = try folder.write([7], to: "a")
    let memory = DataMemory()
    for reading in ["rows", "columns"] { _ = try memory.findings(of: CountedFiles(path, reading: reading)) }
    let third = CountedFiles(path, reading: "columns")
    _ = try memory.findings(of: third)
    #expect(third.times == 0)
  }

  @Test func whatCannotBeReadIsTriedOnce() throws {
    let path = try folder.write([0], to: "a")
    let files = CountedFiles(path)
    let memory = DataMemory()
    for _ in 0..<3 { #expect(throws: DatasetError(path, .truncatedGzip)) { try memory.findings(of: files) } }
    #expect(files.times == 1)
    try folder.write([1], to: "a")
    #expect(try memory.findings(of: files) == 1)
  }

  @Test func whatChangesWhileItIsReadIsNotBelieved() throws {
    let path = try folder.write([7], to: "a")
    let files = CountedFiles(path) { _ = FileManager.default.createFile(atPath: path, contents: Data([8, 8])) }
    #expect(throws: DatasetError(path, .changedWhileRead)) { try DataMemory().findings(of: files) }
  }

  @Test func contentsLongestUnusedMakeRoom() throws {
    let files = try (0..<3).map { CountedFiles(try folder.write([UInt8](repeating: 1, count: 4), to: "\($0)")) }
    let memory = DataMemory(room: 8)
    for place in [0, 1, 0, 2, 0] { _ = try memory.contents(of: files[place], threads: 1) }
    #expect(files.map(\.times) == [1, 1, 1])
    _ = try memory.contents(of: files[1], threads: 1)
    #expect(files.map(\.times) == [1, 2, 1], "its room was taken by another")
    _ = try memory.findings(of: files[2])
    #expect(files.map(\.times) == [1, 2, 1], "what was found stays known")
  }

  @Test func findingsAreKeptFromOneProcessToTheNext() throws {
    let files = CountedFiles(Self.old)
    let store = CountedStore()
    let found = try DataMemory(store: store).findings(of: files)
    #expect(store.count == 1)
    let next = DataMemory(store: store)
    #expect(try next.findings(of: files) == found)
    #expect(files.times == 1)
    #expect(try next.contents(of: files, threads: 1).first.map { Found(integerLiteral: Int($0)) } == found)
    #expect(files.times == 2)
  }

  @Test func nothingIsKeptOfAFileThatMayStillChangeWithinTheSameMoment() throws {
    let store = CountedStore()
    _ = try DataMemory(store: store).findings(of: CountedFiles(try folder.write([7], to: "a")))
    #expect(store.count == 0)
  }

  @Test func whatIsKnownOfImagesAndTextsSurvivesBeingKept() throws {
    let images = Array("2,1,2,3,4,5,6\n1,0,0,0,0,0,0.5\n".utf8)
    for name in ["train", "test"] { try folder.write(images, to: "set/\(name).csv") }
    let location = try DatasetLocation.folder("\(folder.path)/set", shape: ImageShape(rows: 2, columns: 3))
    let found = try DataMemory().findings(of: location)
    #expect(found.header == DatasetHeader(shape: ImageShape(rows: 2, columns: 3), trainCount: 2, testCount: 2))
    #expect(found.bytesPerPixel == 4)
    #expect(try JSONDecoder().decode(ImageFindings.self, from: JSONEncoder().encode(found)) == found)
    let text = try DataMemory().findings(of: TextFile(path: try folder.write(Array("süß 🍰".utf8), to: "text")))
    #expect(text.characters == 5)
    #expect(try JSONDecoder().decode(TextFindings.self, from: JSONEncoder().encode(text)) == text)
  }

  @Test(arguments: ["[]", "[1]", "[0, 1]", "[-1, 1]", "[1, 2, 3]", "[4611686018427387904, 2]"])
  func noImageHasASizeThatCannotBe(_ text: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ImageShape.self, from: Data(text.utf8)) }
  }

  @Test(arguments: ["[]", "[98, 97]", "[97, 97]", "[55296]", "[1114112]"])
  func noVocabularyIsOtherThanAscendingCharacters(_ text: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Vocabulary.self, from: Data(text.utf8)) }
  }
}

import Datasets
import Foundation
import Testing

/// Damaged at random, a data set is read or refused: never a crash, never a wait, never a file that is not named.
///
/// `NBRUN_DAMAGES` says how many files of each form are tried.
@Suite struct MutatedFileTests {
  private static let count = ProcessInfo.processInfo.environment["NBRUN_DAMAGES"].flatMap { Int($0) } ?? 200
  private static let tokens = [
    ",", "\n", "\r\n", "\"", ";", "\t", "-1", "1e38", "1e999", "0.5", "nan", "inf", "label", "256",
    "99999999999999999999",
    "\0", "\u{FEFF}", " ", "0x10", "\u{1F}\u{8B}",
  ]

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes a file without waiting for the disk, as Foundation does.
  private func replace(_ name: String, with bytes: [UInt8]) throws {
    let path = "\(folder.path)/\(name)"
    unlink(path)
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  /// Reads the headers and the contents, and gives whether all was well.
  private func isRead(_ number: Int) throws -> Bool {
    do throws(DatasetError) {
      let location = try DatasetLocation.folder(folder.path)
      let promised = try location.promisedBytes()
      let dataset = try location.load(threads: 1)
      #expect(promised ?? .max >= dataset.train.bytes + dataset.test.bytes, "file \(number)")
      #expect(dataset.train.shape == dataset.test.shape, "file \(number)")
      _ = dataset.train.pixels(of: dataset.train.count - 1)
      return true
    } catch {
      #expect(error.file.hasPrefix(folder.path), "file \(number)")
      #expect(error.description.utf8.count < 1000, "file \(number)")
      return false
    }
  }

  private func expectSome(_ read: Int, of count: Int) {
    #expect(read < count, "some damage is beyond repair")
    #expect(read > 0, "some does no harm")
  }

  /// The training images or labels in one of the types that there are.
  private func idx(_ mutation: inout Mutation, isImages: Bool) -> [UInt8] {
    let type: UInt8 = mutation.pick(isImages ? [8, 8, 9, 0x0B, 0x0C, 0x0D, 0x0E] : [8, 8, 9, 0x0B, 0x0C])
    let size = [8: 1, 9: 1, 0x0B: 2, 0x0C: 4, 0x0D: 4, 0x0E: 8][type] ?? 1
    let values: [UInt8] = isImages ? Array(0..<18) : [1, 0, 2]
    let payload = values.flatMap { [UInt8](repeating: 0, count: size - 1) + [$0] }
    return [0, 0, type] + SmallDataset.idx(isImages ? [3, 2, 3] : [3], payload).dropFirst(3)
  }

  @Test func readsOrRefusesDamagedIDXFiles() throws {
    let (images, labels) = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte")
    try SmallDataset.write(to: folder)
    var read = 0
    for number in 0..<Self.count {
      var mutation = Mutation(number: number)
      let isImages = mutation.whole(below: 4) > 0
      let (damaged, other) = isImages ? (images, labels) : (labels, images)
      try replace(other, with: isImages ? SmallDataset.trainLabels : SmallDataset.trainImages)
      let bytes = mutation.damage(idx(&mutation, isImages: isImages), tokens: Self.tokens)
      try replace(damaged, with: bytes)
      if try isRead(number) { read += 1 }
    }
    expectSome(read, of: Self.count)
  }

  @Test func readsOrRefusesDamagedGzipFiles() throws {
    try SmallDataset.write(to: folder, gzipped: [.trainImages])
    try FileManager.default.removeItem(atPath: "\(folder.path)/train-images-idx3-ubyte.gz")
    let pieces = try [0..<20, 20..<34].map { try gzip(Array(SmallDataset.trainImages[$0])) }
    let whole = try gzip(SmallDataset.trainImages)
    var read = 0
    for number in 0..<Self.count {
      var mutation = Mutation(number: number)
      // Half of the time what is inside is damaged and packed well.
      let bytes =
        switch mutation.whole(below: 4) {
        case 0: mutation.damage(whole, tokens: Self.tokens)
        case 1: mutation.damage(pieces[0] + pieces[1], tokens: Self.tokens)
        default: try gzip(mutation.damage(idx(&mutation, isImages: true), tokens: Self.tokens))
        }
      try replace("train-images-idx3-ubyte.gz", with: bytes)
      if try isRead(number) { read += 1 }
    }
    expectSome(read, of: Self.count)
  }

  @Test func readsOrRefusesDamagedTables() throws {
    let names = "label,1x1,1x2,2x1,2x2\n"
    let lines = ["1,0,255,30,4\n", "0,5,60,7,8\n", "2,0.25,-1,1e-3,9\n"]
    try folder.write(Array("0,1,2,3,4\n".utf8), to: "test.csv")
    var read = 0
    for number in 0..<Self.count {
      var mutation = Mutation(number: number)
      let text = (mutation.whole(below: 2) == 0 ? names : "") + (0..<4).map { _ in mutation.pick(lines) }.joined()
      let bytes = mutation.damage(Array(text.utf8), tokens: Self.tokens)
      try replace("train.csv", with: number % 8 == 0 ? gzip(bytes) : bytes)
      if try isRead(number) { read += 1 }
    }
    expectSome(read, of: Self.count)
  }
}

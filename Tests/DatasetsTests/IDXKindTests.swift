import Datasets
import Foundation
import Testing

/// Every type of number and every number of dimensions that IDX files can have.
@Suite struct IDXKindTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallDataset.write(to: folder)
  }

  private var location: DatasetLocation { get throws { try .folder(folder.path) } }

  private func error() throws -> String {
    let error = try #require(throws: DatasetError.self) { try location.load(threads: 1) }
    return error.description.replacing("\(folder.path)/", with: "")
  }

  /// An IDX file of another type than bytes.
  private func idx(_ type: UInt8, _ dimensions: [UInt32], _ payload: [UInt8]) -> [UInt8] {
    let bytes = SmallDataset.idx(dimensions, payload)
    return [0, 0, type] + bytes.dropFirst(3)
  }

  /// The bytes of numbers, the most significant first.
  private func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.bigEndian) { Array($0) } }
  }

  private func numbers(_ set: ImageSet, _ index: Int) -> [Float] {
    set.withNumbers(of: index) { numbers in numbers.indices.map { numbers[$0] } }
  }

  @Test(arguments: [0x09, 0x0B, 0x0C] as [UInt8]) func readsWholeNumbersUpTo255AsGreyValues(_ type: UInt8) throws {
    let expected = try location.load(threads: 1)
    let pixels = Array(0..<18)
    let payload =
      switch type {
      case 0x09: bytes(pixels.map { Int8($0) })
      case 0x0B: bytes(pixels.map { Int16($0) })
      default: bytes(pixels.map { Int32($0) })
      }
    try folder.write(idx(type, [3, 2, 3], payload), to: "train-images-idx3-ubyte")
    let found = try location.load(threads: 2)
    #expect(found.train.isGrey)
    #expect((0..<3).allSatisfy { found.train.pixels(of: $0) == expected.train.pixels(of: $0) })
  }

  @Test func takesWholeNumbersBeyondGreyValuesAsTheyAreAndTheOtherFileWithThem() throws {
    let pixels: [Int16] = (0..<18).map { $0 * 100 - 3 }
    try folder.write(idx(0x0B, [3, 2, 3], bytes(pixels)), to: "train-images-idx3-ubyte")
    let found = try location.load(threads: 1)
    #expect(!found.train.isGrey && !found.test.isGrey)
    #expect(numbers(found.train, 0) == [-3, 97, 197, 297, 397, 497])
    #expect(numbers(found.test, 0) == [100, 101, 102, 103, 104, 105])
    #expect(found.train.pixels(of: 0) == [0, 51, 102, 153, 204, 255])
  }

  @Test(arguments: [0x0D, 0x0E] as [UInt8]) func takesFloatsAsTheyAre(_ type: UInt8) throws {
    let pixels = (0..<18).map { Float($0) / 3 - 1 }
    let payload =
      type == 0x0D ? bytes(pixels.map(\.bitPattern)) : bytes(pixels.map { Double($0).bitPattern })
    try folder.write(gzip(idx(type, [3, 2, 3], payload)), to: "train-images-idx3-float.gz")
    try FileManager.default.removeItem(atPath: "\(folder.path)/train-images-idx3-ubyte")
    let found = try location.load(threads: 1)
    #expect(numbers(found.train, 1) == Array(pixels[6..<12]))
  }

  @Test func refusesAPixelThatIsNotFinite() throws {
    let pixels = (0..<18).map { $0 == 7 ? Float.nan : 0 }
    try folder.write(idx(0x0D, [3, 2, 3], bytes(pixels.map(\.bitPattern))), to: "train-images-idx3-ubyte")
    #expect(try error() == "train-images-idx3-ubyte: holds a pixel that is not a finite number, at byte 44")
  }

  @Test(arguments: [0x09, 0x0B, 0x0C] as [UInt8]) func readsLabelsOfAnyWholeType(_ type: UInt8) throws {
    let payload =
      switch type {
      case 0x09: bytes([1, 0, 2] as [Int8])
      case 0x0B: bytes([1, 0, 2] as [Int16])
      default: bytes([1, 0, 2] as [Int32])
      }
    try folder.write(idx(type, type == 0x0C ? [3, 1] : [3], payload), to: "train-labels-idx1-ubyte")
    let found = try location.load(threads: 1)
    #expect((0..<3).map(found.train.label(at:)) == [1, 0, 2])
  }

  @Test func refusesLabelsThatAreNone() throws {
    try folder.write(idx(0x0B, [3], bytes([1, -2, 2] as [Int16])), to: "train-labels-idx1-ubyte")
    #expect(try error() == "train-labels-idx1-ubyte: label -2, expected 0 to 255, at byte 10")
    try folder.write(idx(0x0C, [3, 2], bytes([Int32](repeating: 0, count: 6))), to: "train-labels-idx1-ubyte")
    #expect(try error() == "train-labels-idx1-ubyte: holds 3×2 labels, expected one for each image, at byte 8")
    try folder.write(idx(0x0D, [3], [UInt8](repeating: 0, count: 12)), to: "train-labels-idx1-ubyte")
    #expect(
      try error()
        == "train-labels-idx1-ubyte: holds labels of IDX type 0d, expected whole numbers (08, 09, 0b or 0c), at byte 2")
  }

  @Test(
    arguments: [
      ([3, 6], ImageShape(rows: 1, columns: 6)), ([3, 6, 1], ImageShape(rows: 6, columns: 1)),
      ([3, 2, 3], ImageShape(rows: 2, columns: 3)), ([3, 1, 2, 3], ImageShape(rows: 1, columns: 6)),
      ([3, 3, 2, 1], ImageShape(rows: 3, columns: 2)),
    ] as [([UInt32], ImageShape)]) func readsImagesOfTwoToFourDimensions(_ dimensions: [UInt32], _ shape: ImageShape)
    throws
  {
    for (name, count) in [("train", UInt32(3)), ("t10k", 2)] {
      let bytes = SmallDataset.idx([count] + dimensions.dropFirst(), Array(0..<UInt8(count * 6)))
      try folder.write(bytes, to: "\(name)-images-idx3-ubyte")
    }
    #expect(try DataMemory().findings(of: location).header == DatasetHeader(shape: shape, trainCount: 3, testCount: 2))
    #expect(try location.load(threads: 1).train.pixels(of: 1) == [6, 7, 8, 9, 10, 11])
  }

  @Test func refusesOtherDimensions() throws {
    try folder.write(SmallDataset.idx([3, 1, 1, 2, 3], Array(0..<18)), to: "train-images-idx3-ubyte")
    #expect(try error() == "train-images-idx3-ubyte: has 5 dimensions, expected 2 to 4 (images), at byte 3")
  }

  @Test func takesFlatImagesForSquareAndAnyForTheShapeThatIsAskedFor() throws {
    try folder.write(SmallDataset.idx([3, 4], Array(0..<12)), to: "train-images-idx3-ubyte")
    try folder.write(SmallDataset.idx([2, 4], Array(0..<8)), to: "t10k-images-idx3-ubyte")
    #expect(try location.load(threads: 1).train.shape == ImageShape(rows: 2, columns: 2))
    let wide = ImageShape(rows: 1, columns: 4)
    #expect(try DatasetLocation.folder(folder.path, shape: wide).load(threads: 1).test.shape == wide)
    let wrong = try DatasetLocation.folder(folder.path, shape: ImageShape(rows: 3, columns: 2))
    let error = try #require(throws: DatasetError.self) { try wrong.promisedBytes() }
    #expect(error.description.hasSuffix("train-images-idx3-ubyte: holds images of 4 pixels, expected 3×2"))
  }

  @Test func countsNumbersAndNotBytesAgainstTheBound() throws {
    try folder.write(gzip(idx(0x09, [1 << 15, 1 << 7, 1 << 7], [])), to: "train-images-idx3-ubyte")
    #expect(try error().hasSuffix("the header promises 32768×128×128 numbers, expected at most 268435456, at byte 4"))
  }

  @Test(arguments: [
    "train-images.idx3-ubyte", "train-images-idx3-ubyte.gz", "train-images", "train-images.idx",
    "train-images-idx2-double.gz",
  ]) func findsFilesByTheirUsualNames(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/train-images-idx3-ubyte")
    try folder.write(SmallDataset.trainImages, to: name)
    for other in ["train-images.txt", "train-images-idx3-ubyte.gz.part", "train-images2.idx", "old-train-images.idx"] {
      try folder.write([1], to: other)
    }
    #expect(try location.path(of: .trainImages) == "\(folder.path)/\(name)")
    #expect(try location.load(threads: 1).train.count == 3)
  }

  @Test func refusesToChooseAmongFiles() throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/t10k-images-idx3-ubyte")
    for name in ["t10k-images.idx", "test-images.idx"] { try folder.write(SmallDataset.testImages, to: name) }
    let error = try #require(throws: DatasetError.self) { try location }
    #expect(error.problem as? ImageFilesProblem == .severalFiles(["t10k-images.idx", "test-images.idx"]))
  }
}

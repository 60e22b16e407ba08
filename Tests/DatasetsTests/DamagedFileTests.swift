import Datasets
import Foundation
import Testing

/// Each abuse of a file ends in its own error, with the file, the place and a phrase that says what is wrong.
@Suite struct DamagedFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallDataset.write(to: folder)
  }

  /// Loads the data set after its training images have been replaced.
  private func errorAfterReplacing(
    _ bytes: [UInt8], gzipped: Bool = false, _ location: SourceLocation = #_sourceLocation
  ) throws -> DatasetError {
    try FileManager.default.removeItem(atPath: "\(folder.path)/train-images-idx3-ubyte")
    let name = "train-images-idx3-ubyte\(gzipped ? ".gz" : "")"
    try folder.write(bytes, to: name)
    let error = try errorOfLoading(location)
    #expect(error.file == "\(folder.path)/\(name)", sourceLocation: location)
    return error
  }

  private func errorOfLoading(_ location: SourceLocation = #_sourceLocation) throws -> DatasetError {
    let error = #expect(throws: DatasetError.self, sourceLocation: location) {
      try DatasetLocation.folder(folder.path).load(threads: 2)
    }
    return try #require(error, sourceLocation: location)
  }

  @Test func refusesAHeaderThatPromisesMoreThanTheFileHolds() throws {
    let error = try errorAfterReplacing(SmallDataset.idx([4, 2, 3], Array(0..<18)))
    #expect(error.problem as? IDXProblem == .truncated(expected: 24, found: 18))
    #expect(
      error.description == "\(error.file): the header promises 24 bytes of data, found 18, at byte 4")
  }

  @Test func refusesAGzippedHeaderThatPromisesMoreThanFollows() throws {
    let error = try errorAfterReplacing(gzip(SmallDataset.idx([4, 2, 3], Array(0..<18))), gzipped: true)
    #expect(error.problem as? IDXProblem == .truncated(expected: 24, found: 18))
    #expect(error.offset == 34)
  }

  @Test(arguments: [false, true])
  func refusesBytesAfterTheData(gzipped: Bool) throws {
    let bytes = SmallDataset.trainImages + [0]
    let error = try errorAfterReplacing(gzipped ? gzip(bytes) : bytes, gzipped: gzipped)
    #expect(error.problem as? IDXProblem == .trailingBytes(expected: 18))
    #expect(error.description.hasSuffix(": goes on after the 18 bytes of data that the header promises, at byte 34"))
  }

  @Test(arguments: [0, 3, 15])
  func refusesAFileThatEndsWithinItsHeader(length: Int) throws {
    let error = try errorAfterReplacing(Array(SmallDataset.trainImages.prefix(length)))
    #expect(error.problem as? IDXProblem == .tooShortForHeader(expected: 16, found: length))
    #expect(
      error.description.hasSuffix(
        ": ends within the IDX header: expected 16 bytes, found \(length), at byte \(length)"))
  }

  @Test(arguments: [false, true])
  func refusesSizesWhoseProductOverflows(gzipped: Bool) throws {
    let bytes = SmallDataset.idx([.max, .max, .max], [1])
    let error = try errorAfterReplacing(gzipped ? gzip(bytes) : bytes, gzipped: gzipped)
    let largest = Int(UInt32.max)
    #expect(error.problem as? IDXProblem == .promisesTooMuch(dimensions: [largest, largest, largest], limit: 1 << 30))
    #expect(
      error.description.hasSuffix(
        ": the header promises 4294967295×4294967295×4294967295 numbers, expected at most 1073741824, at byte 4"))
  }

  @Test func refusesAGzippedHeaderThatPromisesMoreThanItsFileCouldUnpackTo() throws {
    let error = try errorAfterReplacing(gzip(SmallDataset.idx([1 << 20, 32, 32], [1])), gzipped: true)
    #expect(error.problem as? DataFileProblem == .truncatedGzip)
    #expect(error.description.hasSuffix(": the gzip data end too early"))
  }

  /// 256 MiB of zeros in 256 kB: nothing beyond the promised 18 bytes is unpacked.
  @Test(.timeLimit(.minutes(1))) func unpacksNoMoreOfABombThanItsHeaderPromises() throws {
    let member = try gzip([UInt8](repeating: 0, count: 1 << 20))
    let start = try gzip(SmallDataset.trainImages)
    let error = try errorAfterReplacing(start + (0..<256).flatMap { _ in member }, gzipped: true)
    #expect(error.problem as? IDXProblem == .trailingBytes(expected: 18))
    #expect(error.offset == 34)
  }

  @Test func refusesAFileThatIsTooLargeWithoutReadingIt() throws {
    let path = "\(folder.path)/train-images-idx3-ubyte"
    #expect(truncate(path, 1 << 40) == 0)
    let error = try errorOfLoading()
    #expect(error == DatasetError(path, .fileTooLarge(bytes: 1 << 40, limit: 1 << 30)))
    #expect(error.description == "\(path): has 1099511627776 bytes, expected at most 1073741824")
  }

  @Test func refusesGzipDataThatEndTooEarly() throws {
    let packed = try gzip(SmallDataset.trainImages)
    let error = try errorAfterReplacing(Array(packed.dropLast(9)), gzipped: true)
    #expect(error.problem as? DataFileProblem == .truncatedGzip)
    #expect(error.offset == packed.count - 9)
  }

  @Test func refusesGzipDataWithAWrongChecksum() throws {
    var packed = try gzip(SmallDataset.trainImages)
    packed[packed.count - 8] ^= 1
    let error = try errorAfterReplacing(packed, gzipped: true)
    #expect(error.problem as? DataFileProblem == .damagedGzip("incorrect data check"))
    #expect(error.description.contains(": damaged gzip data: incorrect data check, at byte "))
  }

  @Test func refusesOtherBytesAfterTheGzipData() throws {
    let packed = try gzip(SmallDataset.trainImages)
    let error = try errorAfterReplacing(packed + Array("more".utf8), gzipped: true)
    #expect(error.problem as? DataFileProblem == .bytesAfterGzip)
    #expect(error.description.hasSuffix(": other bytes follow the gzip data, at byte \(packed.count)"))
  }

  /// A file that is damaged anywhere either still says the same or ends in an error: never in a crash, never in other pixels.
  @Test func survivesEveryDamagedByteOfAGzipFile() throws {
    let intact = try DatasetLocation.folder(folder.path).load(threads: 1).digest
    let packed = try gzip(SmallDataset.trainImages)
    try FileManager.default.removeItem(atPath: "\(folder.path)/train-images-idx3-ubyte")
    for index in packed.indices {
      for change: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        var damaged = packed
        damaged[index] ^= change
        try folder.write(damaged, to: "train-images-idx3-ubyte.gz")
        let location = try DatasetLocation.folder(folder.path)
        do {
          let digest = try location.load(threads: 1).digest
          #expect(digest == intact, "byte \(index) changed by \(change)")
        } catch {
          #expect(error.file.hasSuffix("train-images-idx3-ubyte.gz"))
        }
      }
    }
  }

  @Test func refusesWhatIsNoIDXFile() throws {
    let error = try errorAfterReplacing(Array("<html>Not found</html>".utf8))
    #expect(error.problem as? IDXProblem == .notIDX(found: Array("<htm".utf8)))
    #expect(
      error.description.hasSuffix(
        ": not an IDX file: expected it to begin with 00 00, found 3c 68 74 6d, at byte 0"))
  }

  @Test func refusesElementsOfNoKnownType() throws {
    var bytes = SmallDataset.trainImages
    bytes[2] = 0x0A
    let error = try errorAfterReplacing(bytes)
    #expect(error.problem as? IDXProblem == .unknownElements(type: 0x0A))
    #expect(error.description.hasSuffix(": holds elements of type 0a, which the IDX format does not have, at byte 2"))
  }

  @Test func refusesLabelsInPlaceOfImages() throws {
    let error = try errorAfterReplacing(SmallDataset.trainLabels)
    #expect(error.problem as? IDXProblem == .wrongDimensions(expected: 2...4, found: 1))
    #expect(error.description.hasSuffix(": has 1 dimension, expected 2 to 4 (images), at byte 3"))
  }

  @Test(arguments: [[0, 2, 3], [3, 0, 3], [3, 2, 0], [.max, .max, 0]] as [[UInt32]])
  func refusesSizesOfZero(dimensions: [UInt32]) throws {
    let error = try errorAfterReplacing(SmallDataset.idx(dimensions, []))
    #expect(error.problem as? IDXProblem == .holdsNothing(dimensions: dimensions.map(Int.init)))
  }

  @Test func refusesAFolderInPlaceOfAFile() throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/t10k-labels-idx1-ubyte")
    try folder.makeFolder("t10k-labels-idx1-ubyte")
    let error = try errorOfLoading()
    #expect(error == DatasetError("\(folder.path)/t10k-labels-idx1-ubyte", .isFolder))
    #expect(error.description == "\(error.file): a folder stands where a file is expected")
  }

  @Test(.timeLimit(.minutes(1))) func refusesAPipeWithoutWaitingForIt() throws {
    let path = "\(folder.path)/t10k-labels-idx1-ubyte"
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try errorOfLoading() == DatasetError(path, .isNotRegularFile))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read every file"))
  func refusesAFileWithoutPermission() throws {
    let path = "\(folder.path)/t10k-labels-idx1-ubyte"
    #expect(chmod(path, 0) == 0)
    #expect(try errorOfLoading() == DatasetError(path, .unreadable("Permission denied")))
  }
}

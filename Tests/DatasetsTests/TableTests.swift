import Datasets
import Foundation
import Testing

/// Data sets as two tables with an image a line.
@Suite struct TableTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ train: String, _ test: String) throws {
    try folder.write(Array(train.utf8), to: "train.csv")
    try folder.write(Array(test.utf8), to: "test.csv")
  }

  private func load(_ shape: ImageShape? = nil) throws -> ImageDataset {
    let location = try DatasetLocation.folder(folder.path, shape: shape)
    let dataset = try location.load(threads: 2)
    let header = try DataMemory().findings(of: location).header
    #expect(header == .init(shape: dataset.train.shape, trainCount: dataset.train.count, testCount: dataset.test.count))
    return dataset
  }

  private func error(_ train: String, _ test: String = "0,1,2,3,4\n") throws -> String {
    try write(train, test)
    let error = try #require(throws: DatasetError.self) { try DatasetLocation.folder(folder.path).load(threads: 1) }
    return error.description.replacing("\(folder.path)/", with: "")
  }

  @Test func readsALabelAndThePixels() throws {
    try write("7,0,255,3,4\n0,5,6,7,8\n", "0,1,2,3,4")
    let dataset = try load()
    #expect(dataset.classes == 8)
    #expect(dataset.train.shape == ImageShape(rows: 2, columns: 2))
    #expect((0..<2).map(dataset.train.label(at:)) == [7, 0])
    #expect((0..<2).map(dataset.train.pixels(of:)) == [[0, 255, 3, 4], [5, 6, 7, 8]])
    #expect(dataset.test.pixels(of: 0) == [1, 2, 3, 4])
  }

  @Test(arguments: [
    "label,1x1,1x2,2x1,2x2\n7,0,255,3,4\n0,5,6,7,8\n", "\u{FEFF}Label,a,b,c,d\r\n7,0,255,3,4\r\n0,5,6,7,8\r\n",
    "a,b,label,c,d\n0,255,7,3,4\n5,6,0,7,8", "class,1x1,1x2,2x1,2x2\n7,0,255,3,4\n0,5,6,7,8\n",
    "label,0,1,2,3\n7,0,255,3,4\n0,5,6,7,8\n", "\"a class, by number\",a,b,c,d\n7,0,255,3,4\n0,5,6,7,8\n",
    "\"label\";\"a\";\"b\";\"c\";\"d\"\n\"7\";0;255;3;4\n0;5;6;7;8\n",
    "7, 0, 255, 3, 4\n\n0,\t5,6,7,8 \n  \n", "7\t0\t255\t3\t4\n0\t5\t006\t7\t8\n",
  ]) func readsTheSameFromEveryForm(_ text: String) throws {
    try write("7,0,255,3,4\n0,5,6,7,8\n", "0,1,2,3,4\n")
    let expected = try load()
    try write(text, "0,1,2,3,4\n")
    #expect(try load().digest == expected.digest)
    try folder.write(gzip(Array(text.utf8)), to: "digits_train.csv.gz")
    try FileManager.default.removeItem(atPath: "\(folder.path)/train.csv")
    #expect(try load().digest == expected.digest)
  }

  @Test func givesTheDigestOfTheSameImagesInIDXFiles() throws {
    let rows = (0..<3).map { image in
      "\([1, 0, 2][image])," + (0..<6).map { "\(image * 6 + $0)" }.joined(separator: ",") + "\n"
    }
    try write(rows.joined(), "2,100,101,102,103,104,105\n1,106,107,108,109,110,111\n")
    try SmallDataset.write(to: folder, in: "idx")
    let expected = try DatasetLocation.folder("\(folder.path)/idx").load(threads: 1)
    #expect(try load(ImageShape(rows: 2, columns: 3)).digest == expected.digest)
  }

  @Test func takesNumbersAsTheyAreOnceOneIsNoGreyValue() throws {
    try write("1,0,255,3,4\n0,0.5,-6,1e2,256\n", "0,1,2,3,4\n")
    let dataset = try load()
    #expect(!dataset.train.isGrey && !dataset.test.isGrey)
    let numbers = (0..<2).map { image in
      dataset.train.withNumbers(of: image) { numbers in numbers.indices.map { numbers[$0] } }
    }
    #expect(numbers == [[0, 255, 3, 4], [0.5, -6, 100, 256]])
  }

  @Test func takesImagesThatAreNotSquareForOneRow() throws {
    try write("1,0,2,3\n0,0,0,0\n", "0,1,2,3\n")
    #expect(try load().train.shape == ImageShape(rows: 1, columns: 3))
  }

  /// What is said of a first line that has numbers and something else.
  private static func firstLine(_ column: Int, _ found: String) -> String {
    "train.csv: line 1, column \(column): expected a number, found '\(found)'; "
      + "a line that names the columns has one named 'label', or no numbers"
  }

  @Test(arguments: [
    ("0,1,2,3,4\n0,1,2,3\n", "train.csv: line 2 has 4 columns, expected 5"),
    ("0,1,2,3,4\n0,1,2,3,4,5\n", "train.csv: line 2 has 6 columns, expected 5"),
    ("0,1,2,3,oops\n", firstLine(5, "oops")), ("0,1,2,3,nan\n", firstLine(5, "nan")),
    ("0,1,2,3,1e39\n", firstLine(5, "1e39")), ("0,1,0x10,3,4\n", firstLine(3, "0x10")),
    ("0,1,2,3,\"4,5\"\n", firstLine(5, "4,5")), ("cat,1,2,3,4\n", firstLine(1, "cat")),
    ("0,,2,3,4\n", firstLine(2, "")), (",,,,\n", firstLine(1, "")), ("nan,inf,a,b,c\n", firstLine(1, "nan")),
    ("label,a,b,Label,d\n0,1,2,3,4\n", "train.csv: columns 1 and 4 of line 1 are both named 'label'"),
    ("label,a,b,c,d\n0,1,2,x,4\n", "train.csv: line 2, column 4: expected a number, found 'x'"),
    ("0,1,2,3,4\n0,1,,3,4\n", "train.csv: line 2, column 3: expected a number, found ''"),
    ("0,1,2,3,4\n0,1,1e99,3,4\n", "train.csv: line 2, column 3: expected a number, found '1e99'"),
    ("0,1,2,3,4\n0,1,0x1F,3,4\n", "train.csv: line 2, column 3: expected a number, found '0x1F'"),
    ("0,1,2,3,4\n0,1,nan,3,4\n", "train.csv: line 2, column 3: expected a number, found 'nan'"),
    ("0,1,2,3,4\n256,1,2,3,4\n", "train.csv: line 2, column 1: expected a label from 0 to 255, found '256'"),
    ("0,1,2,3,4\n-1,1,2,3,4\n", "train.csv: line 2, column 1: expected a label from 0 to 255, found '-1'"),
    ("0,1,2,3,4\ncat,1,2,3,4\n", "train.csv: line 2, column 1: expected a label from 0 to 255, found 'cat'"),
    ("0\n", "train.csv: line 1 has 1 column, expected a label and pixels, at most 1048576 in all"),
    ("", "train.csv: holds no images"), ("label,a\n", "train.csv: holds no images"),
    ("\n", "train.csv: holds no images"),
    ("0,1,2\n", "test.csv: has 5 columns, but the training images have 3"),
  ]) func namesFileLineAndWhatWasExpected(_ text: String, _ message: String) throws {
    #expect(try error(text) == message)
  }

  @Test func refusesATestLabelThatTheTrainingImagesDoNotHave() throws {
    #expect(try error("1,1,2,3,4\n", "0,1,2,3,4\n2,1,2,3,4\n") == "test.csv: image 2 has label 2, expected 0 to 1")
  }

  @Test func refusesALineWithoutEnd() throws {
    let text = "0," + String(repeating: "1", count: 5 << 20)
    #expect(try error(text) == "train.csv: line 1 has more than 4194304 bytes")
  }

  @Test func readsLinesThatArePiecedTogether() throws {
    let row = (0..<10_000).map { "\($0 % 256)" }.joined(separator: ",")
    try write((0..<60).map { "\($0 % 10),\(row)\n" }.joined(), "0,\(row)\n")
    let dataset = try load()
    #expect(dataset.train.count == 60)
    #expect(dataset.train.shape == ImageShape(rows: 100, columns: 100))
    #expect((0..<60).allSatisfy { dataset.train.pixels(of: $0) == dataset.test.pixels(of: 0) })
  }

  @Test func namesTheTableThatIsMissing() throws {
    try folder.write(Array("0,1\n".utf8), to: "mnist_train.csv")
    let error = try #require(throws: DatasetError.self) { try DatasetLocation.folder(folder.path) }
    #expect(error.description == "\(folder.path): the folder lacks test.csv (plain or .gz)")
  }

  @Test func saysWhatAFolderNeeds() throws {
    let error = try #require(throws: DatasetError.self) { try DatasetLocation.folder(folder.path) }
    #expect(error.problem as? ImageFilesProblem == .noDataset)
    #expect(error.description.hasSuffix("nor train.csv and test.csv, plain or .gz"))
  }

  @Test(.timeLimit(.minutes(1))) func refusesAPipeAndAFolderInPlaceOfATable() throws {
    try write("0,1\n", "0,1\n")
    let path = "\(folder.path)/train.csv"
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: DatasetError(path, .isNotRegularFile)) { try DatasetLocation.folder(folder.path).load(threads: 1) }
    unlink(path)
    try folder.makeFolder("train.csv")
    #expect(throws: DatasetError(path, .isFolder)) { try DatasetLocation.folder(folder.path).load(threads: 1) }
  }

  /// 17 million lines in 17 kB.
  @Test(.timeLimit(.minutes(1))) func givesUpOnABombOfBlankLines() throws {
    let member = try gzip([UInt8](repeating: 0x0A, count: 1 << 20))
    try write("", "0,1\n")
    unlink("\(folder.path)/train.csv")
    try folder.write(gzip(Array("0,1\n".utf8)) + (0..<17).flatMap { _ in member }, to: "train.csv.gz")
    #expect(throws: DatasetError("\(folder.path)/train.csv.gz", .tooManyLines(limit: 1 << 24))) {
      try DatasetLocation.folder(folder.path).load(threads: 1)
    }
  }
}

import Datasets
import Testing

@Suite struct DatasetLocationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func loadsTheImagesAndLabelsOfAFolder() throws {
    try SmallDataset.write(to: folder, in: "shapes")
    let dataset = try DatasetLocation.folder("\(folder.path)/shapes").load(threads: 1)
    #expect(dataset.name == "shapes")
    #expect(dataset.classes == 3)
    #expect(dataset.train.shape == ImageShape(rows: 2, columns: 3))
    #expect((0..<3).map(dataset.train.label(at:)) == [1, 0, 2])
    #expect(dataset.train.pixels(of: 1) == [6, 7, 8, 9, 10, 11])
    #expect((0..<2).map(dataset.test.label(at:)) == [2, 1])
    #expect(dataset.test.pixels(of: 1) == [106, 107, 108, 109, 110, 111])
  }

  @Test(arguments: [[.trainImages], [.trainLabels, .testImages], DatasetLocation.File.allCases])
  func givesGzippedFilesTheDigestOfPlainOnes(gzipped: [DatasetLocation.File]) throws {
    try SmallDataset.write(to: folder, in: "plain")
    try SmallDataset.write(to: folder, in: "gzipped", gzipped: Set(gzipped))
    let plain = try DatasetLocation.folder("\(folder.path)/plain").load(threads: 1)
    let packed = try DatasetLocation.folder("\(folder.path)/gzipped").load(threads: 4)
    #expect(plain.digest == packed.digest)
    #expect(packed.train.pixels(of: 2) == plain.train.pixels(of: 2))
  }

  @Test func digestsADatasetInMemoryLikeItsFiles() throws {
    try SmallDataset.write(to: folder)
    let loaded = try DatasetLocation.folder(folder.path).load(threads: 1)
    let made = ImageDataset(
      name: "made",
      train: ImageSet(shape: loaded.train.shape, pixels: Array(0..<18), labels: [1, 0, 2], classes: 3),
      test: ImageSet(shape: loaded.train.shape, pixels: Array(100..<112), labels: [2, 1], classes: 3))
    #expect(made.digest == loaded.digest)
  }

  @Test func readsGzipMembersOneAfterTheOther() throws {
    try SmallDataset.write(to: folder, gzipped: [.trainImages])
    let bytes = SmallDataset.trainImages
    let members = try [0..<5, 5..<5, 5..<20, 20..<bytes.count].flatMap { try gzip(Array(bytes[$0])) }
    let whole = try DatasetLocation.folder(folder.path).load(threads: 1)
    try folder.write(members, to: "train-images-idx3-ubyte.gz")
    #expect(try DatasetLocation.folder(folder.path).load(threads: 1).digest == whole.digest)
  }

  @Test func readsWhatHeadersPromiseWithoutTheContents() throws {
    try SmallDataset.write(to: folder, gzipped: [.testImages])
    #expect(try DatasetLocation.folder(folder.path).promisedBytes() == 5 * 6 + 5)
  }

  @Test func prefersThePlainFileButNotAFolderOfItsName() throws {
    try SmallDataset.write(to: folder, gzipped: [.trainLabels])
    try SmallDataset.write(to: folder)
    let both = try DatasetLocation.folder(folder.path)
    #expect(both.path(of: .trainLabels) == "\(folder.path)/train-labels-idx1-ubyte")

    try SmallDataset.write(to: folder, in: "other", gzipped: [.trainLabels])
    try folder.makeFolder("other/train-labels-idx1-ubyte")
    let other = try DatasetLocation.folder("\(folder.path)/other")
    #expect(other.path(of: .trainLabels) == "\(folder.path)/other/train-labels-idx1-ubyte.gz")
  }

  @Test func namesAFolderThatEndsInASlash() throws {
    try SmallDataset.write(to: folder, in: "shapes")
    let location = try DatasetLocation.folder("\(folder.path)/shapes/")
    #expect(location.name == "shapes")
    #expect(location.path(of: .testLabels) == "\(folder.path)/shapes/t10k-labels-idx1-ubyte")
  }
}

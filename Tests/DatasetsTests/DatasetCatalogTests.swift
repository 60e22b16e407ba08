import Datasets
import Testing

@Suite struct DatasetCatalogTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var catalog: DatasetCatalog {
    DatasetCatalog(folders: ["\(folder.path)/first", "\(folder.path)/second"])
  }

  @Test func takesTheFirstFolderThatHasAllFourFiles() throws {
    #expect(catalog.locate("mnist") == nil)
    try SmallDataset.write(to: folder, in: "second/mnist")
    try folder.write(SmallDataset.trainImages, to: "first/mnist/train-images-idx3-ubyte")
    #expect(catalog.locate("mnist")?.folder == "\(folder.path)/second/mnist")
    try SmallDataset.write(to: folder, in: "first/mnist", gzipped: [.testImages])
    #expect(catalog.locate("mnist")?.folder == "\(folder.path)/first/mnist")
  }

  @Test func saysWhereItLooked() {
    #expect(catalog.searched("mnist") == ["\(folder.path)/first/mnist", "\(folder.path)/second/mnist"])
  }

  @Test(arguments: ["", ".", "..", "../mnist", "mnist/../mnist", "other"])
  func looksForNothingButTheDatasetsItKnows(name: String) throws {
    try SmallDataset.write(to: folder, in: "first")
    try SmallDataset.write(to: folder, in: "first/mnist")
    try SmallDataset.write(to: folder, in: "first/other")
    #expect(catalog.locate(name) == nil)
    #expect(catalog.searched(name).isEmpty)
  }

  @Test func refusesOtherContentsUnderAKnownName() throws {
    try SmallDataset.write(to: folder, in: "first/mnist")
    let location = try #require(catalog.locate("mnist"))
    let error = try #require(throws: DatasetError.self) { try location.load(threads: 2) }
    #expect(error.file == "\(folder.path)/first/mnist/train-images-idx3-ubyte")
    #expect(
      error.problem as? PublishedProblem
        == .wrongContents(
          dataset: "mnist", expected: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          found: SHA256.hex(of: SmallDataset.trainImages)))
  }
}

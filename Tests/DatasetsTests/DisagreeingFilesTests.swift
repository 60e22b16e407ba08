import Datasets
import Foundation
import Testing

/// Files that are right by themselves but do not go together, and folders that lack some.
@Suite struct DisagreeingFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallDataset.write(to: folder)
  }

  private func errorOfLoading() throws -> DatasetError {
    let location = try DatasetLocation.folder(folder.path)
    return try #require(throws: DatasetError.self) { try location.load(threads: 2) }
  }

  @Test func refusesMoreImagesThanLabels() throws {
    try folder.write(SmallDataset.idx([2], [1, 0]), to: "train-labels-idx1-ubyte")
    #expect(try errorOfLoading().description == "\(folder.path): 3 images but 2 labels")
    let location = try DatasetLocation.folder(folder.path)
    #expect(throws: DatasetError(folder.path, .countsDiffer(images: 3, labels: 2))) { try location.promisedBytes() }
  }

  @Test func refusesTestImagesOfAnotherShape() throws {
    try folder.write(SmallDataset.idx([2, 3, 2], Array(0..<12)), to: "t10k-images-idx3-ubyte")
    #expect(
      try errorOfLoading().description
        == "\(folder.path): test images of 3×2 pixels, but training images of 2×3")
  }

  @Test func refusesATestLabelThatTheTrainingImagesDoNotHave() throws {
    try folder.write(SmallDataset.idx([2], [2, 3]), to: "t10k-labels-idx1-ubyte")
    let error = try errorOfLoading()
    #expect(error.problem as? IDXProblem == .labelOutOfRange(label: 3, classes: 3))
    #expect(error.description == "\(folder.path)/t10k-labels-idx1-ubyte: label 3, expected 0 to 2, at byte 9")
  }

  @Test func namesTheFilesThatAreMissing() throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/train-labels-idx1-ubyte")
    try FileManager.default.removeItem(atPath: "\(folder.path)/t10k-images-idx3-ubyte")
    let error = try #require(throws: DatasetError.self) { try DatasetLocation.folder(folder.path) }
    #expect(
      error.description
        == "\(folder.path): the folder lacks train-labels-idx1-ubyte, t10k-images-idx3-ubyte (plain or .gz)")
  }

  @Test func refusesAFolderThatIsNone() throws {
    let absent = "\(folder.path)/absent"
    #expect(throws: DatasetError(absent, .missing)) { try DatasetLocation.folder(absent) }
    #expect(throws: DatasetError("a\0b", .missing)) { try DatasetLocation.folder("a\0b") }
    let file = "\(folder.path)/train-images-idx3-ubyte"
    #expect(throws: DatasetError(file, .isNotFolder)) { try DatasetLocation.folder(file) }
  }

  @Test func saysWhenAFileHasGoneBeforeItIsRead() throws {
    let location = try DatasetLocation.folder(folder.path)
    let path = "\(folder.path)/t10k-images-idx3-ubyte"
    try FileManager.default.removeItem(atPath: path)
    let error = try #require(throws: DatasetError.self) { try location.load(threads: 1) }
    #expect(error == DatasetError(path, .missing))
    #expect(error.description == "\(path): there is no such file or folder")
  }
}

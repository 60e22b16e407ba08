/// The files of a data set, found but not read.
package struct DatasetLocation: Sendable, Hashable {
  /// The usual names of the four files in IDX form, each possibly followed by `.gz`.
  package enum File: String, CaseIterable, Sendable {
    case trainImages = "train-images-idx3-ubyte"
    case trainLabels = "train-labels-idx1-ubyte"
    case testImages = "t10k-images-idx3-ubyte"
    case testLabels = "t10k-labels-idx1-ubyte"

    var content: IDXHeader.Content {
      switch self {
      case .trainImages, .testImages: .images
      case .trainLabels, .testLabels: .labels
      }
    }

    /// How any name of the file begins.
    var beginnings: [String] {
      switch self {
      case .trainImages: ["train-images"]
      case .trainLabels: ["train-labels"]
      case .testImages: ["t10k-images", "test-images"]
      case .testLabels: ["t10k-labels", "test-labels"]
      }
    }
  }

  enum Form: Sendable, Hashable {
    /// Four IDX files, in the order of the cases.
    case idx([String])
    /// Two tables with an image a line.
    case csv(train: String, test: String)
  }

  package let name: String
  package let folder: String
  /// What the contents have to be, when that is known.
  package let known: KnownDataset?
  let form: Form
  /// The size of the images, when it was asked for.
  let shape: ImageShape?

  /// Finds the data set in any folder that has its files, plain or gzipped; its name is the folder's.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - shape: The size of the images, where the files do not say it or are to be read otherwise.
  /// - Returns: Where its files are.
  /// - Throws: What is wrong with the folder.
  package static func folder(_ path: String, shape: ImageShape? = nil) throws(DatasetError) -> DatasetLocation {
    switch try FileKind(path) {
    case .folder: break
    case .absent: throw DatasetError(path, .missing)
    case .regular, .other: throw DatasetError(path, .isNotFolder)
    }
    let names = path.split(separator: "/")
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return try DatasetLocation(name: names.last.map(String.init) ?? path, folder: folder, known: nil, shape: shape)
  }

  init(name: String, folder: String, known: KnownDataset?, shape: ImageShape? = nil) throws(DatasetError) {
    self.name = name
    self.folder = folder
    self.known = known
    self.shape = shape
    let contents = try DatasetFolder(folder)
    var files: [String] = []
    var missing: [String] = []
    for file in File.allCases {
      if let path = try contents.file(file) { files.append(path) } else { missing.append(file.rawValue) }
    }
    let tables = (train: try contents.table("train"), test: try contents.table("test"))
    switch (files.count, tables) {
    case (4, _): form = .idx(files)
    case (0, (let train?, let test?)) where known == nil: form = .csv(train: train, test: test)
    case (0, (nil, nil)): throw DatasetError(folder, .noDataset)
    case (0, (nil, _?)): throw DatasetError(folder, .missingFiles(["train.csv"]))
    case (0, (_?, nil)): throw DatasetError(folder, .missingFiles(["test.csv"]))
    default: throw DatasetError(folder, .missingFiles(missing))
    }
  }

  /// The path of one file in IDX form, below the folder as it was given.
  package func path(of file: File) -> String {
    guard case .idx(let files) = form, let number = File.allCases.firstIndex(of: file) else { return folder }
    return files[number]
  }

  /// The bytes that the headers of the files promise, checked against each other and the sizes of the files; nil of tables, which have to
  /// be read.
  package func promisedBytes() throws(DatasetError) -> Int? {
    guard case .idx = form else { return nil }
    let (trainImages, testImages) = (try open(.trainImages).header, try open(.testImages).header)
    let header = try agreement(trainImages, try open(.trainLabels).header, testImages, try open(.testLabels).header)
    let areBytes = [trainImages, testImages].allSatisfy { $0.element == .unsignedByte }
    return header.bytes(perPixel: areBytes ? 1 : MemoryLayout<Float>.stride)
  }

  func open(_ file: File) throws(DatasetError) -> IDXReader {
    try IDXReader(path: path(of: file), content: file.content)
  }

  func agreement(
    _ trainImages: IDXHeader, _ trainLabels: IDXHeader, _ testImages: IDXHeader, _ testLabels: IDXHeader
  ) throws(DatasetError) -> DatasetHeader {
    guard trainImages.count == trainLabels.count else {
      throw DatasetError(folder, .countsDiffer(images: trainImages.count, labels: trainLabels.count))
    }
    guard testImages.count == testLabels.count else {
      throw DatasetError(folder, .countsDiffer(images: testImages.count, labels: testLabels.count))
    }
    let train = try shape(of: trainImages, in: .trainImages)
    let test = try shape(of: testImages, in: .testImages)
    guard train == test else { throw DatasetError(folder, .shapesDiffer(train: train, test: test)) }
    let header = DatasetHeader(shape: train, trainCount: trainImages.count, testCount: testImages.count)
    if let known, header != known.header {
      throw DatasetError(folder, .wrongSizes(dataset: name, expected: known.header, found: header))
    }
    return header
  }

  private func shape(of header: IDXHeader, in file: File) throws(DatasetError) -> ImageShape {
    guard let found = header.shape(shape) else {
      throw DatasetError(
        path(of: file), .otherShape(wanted: shape ?? ImageShape(flat: 1), pixels: Array(header.dimensions.dropFirst())))
    }
    return found
  }
}

/// The four IDX files of a data set, found but not read.
package struct DatasetLocation: Sendable, Hashable {
  /// The names of the four files, each possibly followed by `.gz`.
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
  }

  package let name: String
  package let folder: String
  /// What the contents have to be, when that is known.
  let known: KnownDataset?
  private let gzipped: Set<File>

  /// Finds the data set in any folder that has the four files, plain or gzipped; its name is the folder's.
  package static func folder(_ path: String) throws(DatasetError) -> DatasetLocation {
    switch try FileKind(path) {
    case .folder: break
    case .absent: throw DatasetError(path, .missing)
    case .regular, .other: throw DatasetError(path, .isNotFolder)
    }
    let names = path.split(separator: "/")
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return try DatasetLocation(name: names.last.map(String.init) ?? path, folder: folder, known: nil)
  }

  init(name: String, folder: String, known: KnownDataset?) throws(DatasetError) {
    self.name = name
    self.folder = folder
    self.known = known
    var gzipped: Set<File> = []
    var missing: [String] = []
    for file in File.allCases {
      let plain = try FileKind("\(folder)/\(file.rawValue)")
      let packed = try FileKind("\(folder)/\(file.rawValue).gz")
      if plain == .absent && packed == .absent { missing.append(file.rawValue) }
      if packed == .regular && plain != .regular || plain == .absent { gzipped.insert(file) }
    }
    guard missing.isEmpty else { throw DatasetError(folder, .missingFiles(missing)) }
    self.gzipped = gzipped
  }

  /// The path of one file, below the folder as it was given.
  package func path(of file: File) -> String {
    "\(folder)/\(file.rawValue)\(gzipped.contains(file) ? ".gz" : "")"
  }

  /// Reads the four headers, and checks that they agree with each other and with the sizes of the files.
  package func header() throws(DatasetError) -> DatasetHeader {
    let trainImages = try open(.trainImages).header
    let trainLabels = try open(.trainLabels).header
    let testImages = try open(.testImages).header
    let testLabels = try open(.testLabels).header
    let header = try agreement(trainImages, trainLabels, testImages, testLabels)
    if let known, header != known.header {
      throw DatasetError(folder, .wrongSizes(dataset: name, expected: known.header, found: header))
    }
    return header
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
    let train = ImageShape(rows: trainImages.dimensions[1], columns: trainImages.dimensions[2])
    let test = ImageShape(rows: testImages.dimensions[1], columns: testImages.dimensions[2])
    guard train == test else { throw DatasetError(folder, .shapesDiffer(train: train, test: test)) }
    return DatasetHeader(shape: train, trainCount: trainImages.count, testCount: testImages.count)
  }
}

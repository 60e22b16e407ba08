import Datasets

/// Three training and two test images of 2×3 pixels, in the bytes of the four files.
enum SmallDataset {
  static let trainImages = idx([3, 2, 3], Array(0..<18))
  static let trainLabels = idx([3], [1, 0, 2])
  static let testImages = idx([2, 2, 3], Array(100..<112))
  static let testLabels = idx([2], [2, 1])

  static let files: [DatasetLocation.File: [UInt8]] = [
    .trainImages: trainImages, .trainLabels: trainLabels, .testImages: testImages, .testLabels: testLabels,
  ]

  /// An IDX file of unsigned bytes, whose header may promise something else than what follows.
  static func idx(_ dimensions: [UInt32], _ payload: [UInt8]) -> [UInt8] {
    let header = dimensions.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } }
    return [0, 0, 8, UInt8(dimensions.count)] + header + payload
  }

  /// Writes the four files into `subfolder`, some of them gzipped.
  static func write(
    to folder: TemporaryFolder, in subfolder: String = ".", gzipped: Set<DatasetLocation.File> = []
  ) throws {
    for (file, bytes) in files {
      if gzipped.contains(file) {
        try folder.write(gzip(bytes), to: "\(subfolder)/\(file.rawValue).gz")
      } else {
        try folder.write(bytes, to: "\(subfolder)/\(file.rawValue)")
      }
    }
  }
}

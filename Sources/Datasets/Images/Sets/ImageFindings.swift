/// What is known of a data set of images once it has been read: everything but the pixels.
package struct ImageFindings: DataFindings, Hashable {
  /// A part of the contents, and what names it.
  package struct Part: Sendable, Hashable, Codable {
    package let name: String
    /// SHA-256 as of an uncompressed IDX file, in hexadecimal.
    package let digest: String
  }

  /// An image whose label is greater than those of all before it.
  private struct Peak: Hashable, Codable {
    let image: Int
    let label: UInt8
  }

  package let header: DatasetHeader
  /// The bytes that a pixel takes in memory.
  package let bytesPerPixel: Int
  package let parts: [Part]
  /// What names the contents as a whole; see ``ImageDataset``.
  package let digest: String
  private let trainPeaks: [Peak]
  private let testPeaks: [Peak]

  init(of dataset: ImageDataset) {
    header = DatasetHeader(
      shape: dataset.train.shape, trainCount: dataset.train.count, testCount: dataset.test.count)
    bytesPerPixel = dataset.train.isGrey ? 1 : MemoryLayout<Float>.stride
    let names = ["training images", "training labels", "test images", "test labels"]
    parts = zip(names, dataset.fileDigests).map { Part(name: $0, digest: SHA256.hexadecimal($1)) }
    digest = dataset.digest
    trainPeaks = Self.peaks(of: dataset.train)
    testPeaks = Self.peaks(of: dataset.test)
  }

  package var arePossible: Bool {
    [header.trainCount, header.testCount, bytesPerPixel].allSatisfy(Self.possibleCounts.contains)
  }

  /// The first of so many training images, or test images, with a label that is not below the number of classes.
  package func strayLabel(
    classes: Int, train: Int, test: Int
  ) -> (part: String, image: Int, label: Int)? {
    for (part, peaks, count) in [("training", trainPeaks, train), ("test", testPeaks, test)] {
      if let peak = peaks.first(where: { $0.label >= classes }), peak.image < count {
        return (part, peak.image, Int(peak.label))
      }
    }
    return nil
  }

  private static func peaks(of images: ImageSet) -> [Peak] {
    var peaks: [Peak] = []
    for image in 0..<images.count where images.label(at: image) > peaks.last?.label ?? 0 {
      peaks.append(Peak(image: image, label: images.label(at: image)))
    }
    return peaks
  }
}

extension DatasetLocation: FiledData {
  package var filePaths: [String] {
    switch form {
    case .idx(let files): files
    case .csv(let train, let test): [train, test]
    }
  }

  package var reading: String {
    let form =
      switch form {
      case .idx: "idx"
      case .csv: "csv"
      }
    let size = shape.map { "\($0.rows)×\($0.columns)" } ?? ""
    return "images 1 \(form) \(known?.name ?? "") \(size)"
  }

  package func read(threads: Int) throws(DatasetError) -> ImageDataset { try load(threads: threads) }

  package func findings(in dataset: ImageDataset) -> ImageFindings { ImageFindings(of: dataset) }

  package func bytes(of dataset: ImageDataset) -> Int { dataset.train.bytes + dataset.test.bytes }
}

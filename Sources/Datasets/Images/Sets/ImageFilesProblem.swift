/// What is wrong with the files of a data set of images taken together.
package enum ImageFilesProblem: DatasetProblem {
  /// The folder has no file of any data set.
  case noDataset
  /// More than one file could be meant.
  case severalFiles([String])
  /// The folder has neither these files nor their gzipped forms.
  case missingFiles([String])
  case countsDiffer(images: Int, labels: Int)
  case shapesDiffer(train: ImageShape, test: ImageShape)
  /// The images have another number of pixels than the size that was asked for.
  case otherShape(wanted: ImageShape, pixels: [Int])
  case wrongSizes(dataset: String, expected: DatasetHeader, found: DatasetHeader)
}

extension ImageFilesProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noDataset:
      "the folder has neither the four IDX files of a data set (\(DatasetLocation.File.allCases.map(\.rawValue).joined(separator: ", "))) "
        + "nor train.csv and test.csv, plain or .gz"
    case .severalFiles(let names): "the folder has several files for one part: \(names.joined(separator: ", "))"
    case .missingFiles(let names): "the folder lacks \(names.joined(separator: ", ")) (plain or .gz)"
    case .countsDiffer(let images, let labels): "\(images) images but \(labels) labels"
    case .shapesDiffer(let train, let test):
      "test images of \(test.rows)×\(test.columns) pixels, but training images of \(train.rows)×\(train.columns)"
    case .otherShape(let wanted, let pixels):
      "holds images of \(Self.product(pixels)) pixels, expected \(wanted.rows)×\(wanted.columns)"
    case .wrongSizes(let dataset, let expected, let found):
      "not the files of \(dataset): expected \(Self.phrase(expected)), found \(Self.phrase(found))"
    }
  }

  private static func phrase(_ header: DatasetHeader) -> String {
    "\(header.trainCount) training and \(header.testCount) test images of \(header.shape.rows)×\(header.shape.columns)"
  }

  private static func product(_ dimensions: [Int]) -> String {
    dimensions.map(String.init).joined(separator: "×")
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: ImageFilesProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

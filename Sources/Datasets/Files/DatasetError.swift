/// What is wrong with a file or folder of a data set.
package struct DatasetError: Error, Sendable, Hashable {
  /// The path as it was given.
  package let file: String
  package let problem: Problem
  /// Where in the file, counted from 0; for gzipped files in the uncompressed contents, unless the gzip data themselves are damaged.
  package let offset: Int?

  package init(_ file: String, _ problem: Problem, at offset: Int? = nil) {
    self.file = file
    self.problem = problem
    self.offset = offset
  }

  package enum Problem: Sendable, Hashable {
    case missing
    /// The folder has no file of any data set.
    case noDataset
    /// More than one file could be meant.
    case severalFiles([String])
    /// The folder has neither these files nor their gzipped forms.
    case missingFiles([String])
    case isFolder
    case isNotFolder
    case isNotRegularFile
    /// The system refused, with its own words.
    case unreadable(String)
    case fileTooLarge(bytes: Int, limit: Int)
    case tooShortForHeader(expected: Int, found: Int)
    case notIDX(found: [UInt8])
    case unknownElements(type: UInt8)
    case labelsNotIntegers(type: UInt8)
    case wrongDimensions(expected: ClosedRange<Int>, found: Int)
    case severalLabels(dimensions: [Int])
    case notFinite
    case holdsNothing(dimensions: [Int])
    case promisesTooMuch(dimensions: [Int], limit: Int)
    case truncated(expected: Int, found: Int)
    case trailingBytes(expected: Int)
    case damagedGzip(String)
    case truncatedGzip
    case bytesAfterGzip
    case countsDiffer(images: Int, labels: Int)
    case shapesDiffer(train: ImageShape, test: ImageShape)
    case labelOutOfRange(label: Int, classes: Int)
    /// The images have another number of pixels than the size that was asked for.
    case otherShape(wanted: ImageShape, pixels: [Int])
    case columnCount(found: Int, limit: Int)
    case columnsDiffer(expected: Int, found: Int)
    case wrongColumns(line: Int, expected: Int, found: Int)
    case notANumber(line: Int, column: Int, found: String)
    case notALabel(line: Int, column: Int, found: String)
    case labelOfImage(label: Int, image: Int, classes: Int)
    case longLine(line: Int, limit: Int)
    case tooManyLines(limit: Int)
    case tooManyPixels(limit: Int)
    case holdsNoImages
    case wrongContents(dataset: String, expected: String, found: String)
    case wrongSizes(dataset: String, expected: DatasetHeader, found: DatasetHeader)
  }
}

extension DatasetError: CustomStringConvertible {
  /// The file, what is wrong with it, and where.
  package var description: String {
    let place = offset.map { ", at byte \($0)" } ?? ""
    return "\(file): \(problem)\(place)"
  }
}

extension DatasetError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing: "there is no such file or folder"
    case .missingFiles(let names): "the folder lacks \(names.joined(separator: ", ")) (plain or .gz)"
    case .noDataset:
      "the folder has neither the four IDX files of a data set (\(DatasetLocation.File.allCases.map(\.rawValue).joined(separator: ", "))) "
        + "nor train.csv and test.csv, plain or .gz"
    case .severalFiles(let names): "the folder has several files for one part: \(names.joined(separator: ", "))"
    case .isFolder: "a folder stands where a file is expected"
    case .isNotFolder: "a file stands where a folder is expected"
    case .isNotRegularFile: "not a regular file"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .fileTooLarge(let bytes, let limit): "has \(bytes) bytes, expected at most \(limit)"
    case .tooShortForHeader(let expected, let found):
      "ends within the IDX header: expected \(expected) bytes, found \(found)"
    case .notIDX(let found):
      "not an IDX file: expected it to begin with 00 00, found \(Self.hexadecimal(found))"
    case .unknownElements(let type):
      "holds elements of type \(Self.hexadecimal([type])), which the IDX format does not have"
    case .labelsNotIntegers(let type):
      "holds labels of IDX type \(Self.hexadecimal([type])), expected whole numbers (08, 09, 0b or 0c)"
    case .wrongDimensions(let expected, let found):
      "has \(found) dimension\(found == 1 ? "" : "s"), expected \(expected.lowerBound) to \(expected.upperBound) "
        + "(\(expected.contains(1) ? "labels" : "images"))"
    case .severalLabels(let dimensions): "holds \(Self.product(dimensions)) labels, expected one for each image"
    case .notFinite: "holds a pixel that is not a finite number"
    case .holdsNothing(let dimensions): "holds nothing: the header promises \(Self.product(dimensions)) numbers"
    case .promisesTooMuch(let dimensions, let limit):
      "the header promises \(Self.product(dimensions)) numbers, expected at most \(limit)"
    case .truncated(let expected, let found):
      "the header promises \(expected) bytes of data, found \(found)"
    case .trailingBytes(let expected):
      "goes on after the \(expected) bytes of data that the header promises"
    case .damagedGzip(let reason): "damaged gzip data: \(reason)"
    case .truncatedGzip: "the gzip data end too early"
    case .bytesAfterGzip: "other bytes follow the gzip data"
    case .countsDiffer(let images, let labels): "\(images) images but \(labels) labels"
    case .shapesDiffer(let train, let test):
      "test images of \(test.rows)×\(test.columns) pixels, but training images of \(train.rows)×\(train.columns)"
    case .labelOutOfRange(let label, let classes):
      "label \(label), expected 0 to \(classes - 1)"
    case .otherShape(let wanted, let pixels):
      "holds images of \(Self.product(pixels)) pixels, expected \(wanted.rows)×\(wanted.columns)"
    case .columnCount(let found, let limit):
      "line 1 has \(found) column\(found == 1 ? "" : "s"), expected a label and pixels, at most \(limit) in all"
    case .columnsDiffer(let expected, let found): "has \(found) columns, but the training images have \(expected)"
    case .wrongColumns(let line, let expected, let found): "line \(line) has \(found) columns, expected \(expected)"
    case .notANumber(let line, let column, let found):
      "line \(line), column \(column): expected a number, found '\(found)'"
    case .notALabel(let line, let column, let found):
      "line \(line), column \(column): expected a label from 0 to 255, found '\(found)'"
    case .labelOfImage(let label, let image, let classes):
      "image \(image) has label \(label), expected 0 to \(classes - 1)"
    case .longLine(let line, let limit): "line \(line) has more than \(limit) bytes"
    case .tooManyLines(let limit): "has more than \(limit) lines"
    case .tooManyPixels(let limit): "holds more than \(limit) pixels"
    case .holdsNoImages: "holds no images"
    case .wrongContents(let dataset, let expected, let found):
      "not the file of \(dataset): expected contents with SHA-256 \(expected), found \(found)"
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

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { SHA256.hexadecimal([$0]) }.joined(separator: " ")
  }
}

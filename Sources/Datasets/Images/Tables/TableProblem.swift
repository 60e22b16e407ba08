/// What is wrong with a table of pixels.
package enum TableProblem: DatasetProblem {
  case columnCount(found: Int, limit: Int)
  /// The first line has numbers and something else.
  case neitherNamesNorNumbers(column: Int, found: String)
  case severalLabels(columns: [Int])
  case columnsDiffer(expected: Int, found: Int)
  case notALabel(line: Int, column: Int, found: String)
  case labelOfImage(label: Int, image: Int, classes: Int)
  case tooManyPixels(limit: Int)
  case holdsNoImages
}

extension TableProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .columnCount(let found, let limit):
      "line 1 has \(found) column\(found == 1 ? "" : "s"), expected a label and pixels, at most \(limit) in all"
    case .neitherNamesNorNumbers(let column, let found):
      "line 1, column \(column): expected a number, found '\(found)'; a line that names the columns has one named 'label', or no numbers"
    case .severalLabels(let columns): "columns \(columns[0]) and \(columns[1]) of line 1 are both named 'label'"
    case .columnsDiffer(let expected, let found): "has \(found) columns, but the training images have \(expected)"
    case .notALabel(let line, let column, let found):
      "line \(line), column \(column): expected a label from 0 to 255, found '\(found)'"
    case .labelOfImage(let label, let image, let classes):
      "image \(image) has label \(label), expected 0 to \(classes - 1)"
    case .tooManyPixels(let limit): "holds more than \(limit) pixels"
    case .holdsNoImages: "holds no images"
    }
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: TableProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

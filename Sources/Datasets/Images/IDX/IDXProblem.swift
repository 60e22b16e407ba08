/// What is wrong with an IDX file.
package enum IDXProblem: DatasetProblem {
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
  case labelOutOfRange(label: Int, classes: Int)
}

extension IDXProblem: CustomStringConvertible {
  package var description: String {
    switch self {
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
    case .labelOutOfRange(let label, let classes):
      "label \(label), expected 0 to \(classes - 1)"
    }
  }

  private static func product(_ dimensions: [Int]) -> String {
    dimensions.map(String.init).joined(separator: "×")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { SHA256.hexadecimal([$0]) }.joined(separator: " ")
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: IDXProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

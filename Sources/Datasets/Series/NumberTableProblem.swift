/// What is wrong with a table of numbers.
package enum NumberTableProblem: DatasetProblem {
  case tooManyColumns(found: Int, limit: Int)
  case tooManyFields(limit: Int)
  case holdsNoNumbers
}

extension NumberTableProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooManyColumns(let found, let limit): "line 1 has \(found) columns, expected at most \(limit)"
    case .tooManyFields(let limit): "holds more than \(limit) numbers"
    case .holdsNoNumbers: "holds no lines of numbers"
    }
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: NumberTableProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

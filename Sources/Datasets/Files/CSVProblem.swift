/// What is wrong with a line of any table.
package enum CSVProblem: DatasetProblem {
  case wrongColumns(line: Int, expected: Int, found: Int)
  case notANumber(line: Int, column: Int, found: String)
}

extension CSVProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrongColumns(let line, let expected, let found):
      "line \(line) has \(found) column\(found == 1 ? "" : "s"), expected \(expected)"
    case .notANumber(let line, let column, let found):
      "line \(line), column \(column): expected a number, found '\(found)'"
    }
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: CSVProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

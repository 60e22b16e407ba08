/// What is wrong with a text.
package enum TextProblem: DatasetProblem {
  /// Lines and columns are counted from 1, columns in characters.
  case notUTF8(line: Int, column: Int)
  case containsNUL(line: Int, column: Int)
  case tooManyCharacters(found: Int, limit: Int)
  case tooManyDifferentCharacters(limit: Int)
  case empty
}

extension TextProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notUTF8(let line, let column): "line \(line), column \(column): not UTF-8"
    case .containsNUL(let line, let column): "line \(line), column \(column): a NUL character, which no text has"
    case .tooManyCharacters(let found, let limit): "has \(found) characters, expected at most \(limit)"
    case .tooManyDifferentCharacters(let limit): "has more than \(limit) different characters"
    case .empty: "holds no text"
    }
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: TextProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

/// What is wrong with a file that is not the published one.
package enum PublishedProblem: DatasetProblem {
  case wrongContents(dataset: String, expected: String, found: String)
}

extension PublishedProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrongContents(let dataset, let expected, let found):
      "not the file of \(dataset): expected contents with SHA-256 \(expected), found \(found)"
    }
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: PublishedProblem) {
    self.init(file: file, problem: problem, offset: nil)
  }
}

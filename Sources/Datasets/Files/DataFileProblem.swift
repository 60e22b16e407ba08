/// What is wrong with a file or a folder, whatever it holds.
package enum DataFileProblem: DatasetProblem {
  case missing
  case isFolder
  case isNotFolder
  case isNotRegularFile
  /// The system refused, with its own words.
  case unreadable(String)
  case fileTooLarge(bytes: Int, limit: Int)
  case damagedGzip(String)
  case truncatedGzip
  case bytesAfterGzip
  case longLine(line: Int, limit: Int)
  case tooManyLines(limit: Int)
  case changedWhileRead
}

extension DataFileProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing: "there is no such file or folder"
    case .isFolder: "a folder stands where a file is expected"
    case .isNotFolder: "a file stands where a folder is expected"
    case .isNotRegularFile: "not a regular file"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .fileTooLarge(let bytes, let limit): "has \(bytes) bytes, expected at most \(limit)"
    case .damagedGzip(let reason): "damaged gzip data: \(reason)"
    case .truncatedGzip: "the gzip data end too early"
    case .bytesAfterGzip: "other bytes follow the gzip data"
    case .longLine(let line, let limit): "line \(line) has more than \(limit) bytes"
    case .tooManyLines(let limit): "has more than \(limit) lines"
    case .changedWhileRead: "changed while it was read"
    }
  }
}

extension DatasetError {
  package init(_ file: String, _ problem: DataFileProblem, at offset: Int? = nil) {
    self.init(file: file, problem: problem, offset: offset)
  }
}

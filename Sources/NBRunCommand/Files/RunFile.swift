import Datasets
import Foundation
import Weights

/// A file that a run writes at its end, or again and again.
struct RunFile {
  let path: String
  let kind: Kind

  /// What is written there.
  enum Kind {
    case page
    case timings
    case results
    case junit
    case weights

    /// As the user asks for it.
    var option: String {
      switch self {
      case .page, .weights: "-o"
      case .timings: "--timings"
      case .results: "--results"
      case .junit: "--junit"
      }
    }

    var phrase: String {
      switch self {
      case .page: "a page"
      case .timings: "a table of timings"
      case .results: "a file of results"
      case .junit: "a JUnit file"
      case .weights: "a file of weights"
      }
    }

    /// What stands near the beginning of every such file that was made here.
    var mark: String {
      switch self {
      case .page: #"<meta name="generator" content="nbrun "#
      case .timings: TimingsCSV.columns
      case .results: "\"format\" : \"\(ResultsJSON.format)\""
      case .junit: JUnitXML.beginning
      case .weights: WeightArrangement.mark
      }
    }

    /// Whether a file that begins so was made here.
    func isMade(_ beginning: Data) -> Bool {
      beginning.prefix(RunFile.beginning).range(of: Data(mark.utf8)) != nil
    }
  }

  /// In so many bytes the mark stands.
  static let beginning = 1024

  /// What keeps the file from being written; nil when nothing does.
  ///
  /// Makes the folder that it is to lie in.
  var problem: String? {
    if let obstacle { return obstacle }
    do throws(FileProblem) {
      try WholeFile.probe(path)
      return nil
    } catch {
      return error.description
    }
  }

  /// Writes it, unless something has come to lie there that was not made here.
  func write(_ text: String) throws(FileProblem) { try write(Data(text.utf8)) }

  /// Writes these bytes, as a text.
  func write(_ bytes: Data) throws(FileProblem) {
    if let obstacle { throw FileProblem(obstacle) }
    try WholeFile.write(bytes, to: path)
  }

  /// What lies there that may not be replaced.
  private var obstacle: String? {
    let target = URL(path: path).resolvingSymlinksInPath().path(percentEncoded: false)
    guard URL(filePath: target).lastPathComponent.utf8.count <= NAME_MAX else {
      return "\(path) cannot be written: \(String(cString: strerror(ENAMETOOLONG)))"
    }
    var status = stat()
    if lstat(target, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else { return "\(path) cannot be written: Is a directory" }
      guard status.st_mode & S_IFMT == S_IFREG else { return "\(path) is not a file" }
      guard isOurs(target) else {
        return "\(path) is not \(kind.phrase) that nbrun made, and is left as it is; "
          + "move it away, or name another place with \(kind.option)"
      }
    }
    return nil
  }

  /// Whether what lies there is empty or was made here, so that it can be made again.
  private func isOurs(_ target: String) -> Bool {
    guard let bytes = OwnFile.beginning(of: target, bytes: Self.beginning) else { return false }
    return bytes.isEmpty || kind.isMade(bytes)
  }
}

/// What is wrong with a file or folder of data.
package struct DatasetError: Error, Sendable {
  /// The path as it was given.
  package let file: String
  package let problem: any DatasetProblem
  /// Where in the file, counted from 0; for gzipped files in the uncompressed contents, unless the gzip data themselves are damaged.
  package let offset: Int?

  package init(file: String, problem: any DatasetProblem, offset: Int?) {
    self.file = file
    self.problem = problem
    self.offset = offset
  }

  /// The same with what its path begins with called otherwise, as a notebook does.
  package func renaming(_ path: String, to name: String) -> DatasetError {
    guard file.hasPrefix(path) else { return self }
    return DatasetError(file: name + file.dropFirst(path.count), problem: problem, offset: offset)
  }
}

/// What can be wrong in one kind of file; each kind has its own.
package protocol DatasetProblem: Sendable, Hashable, CustomStringConvertible {}

extension DatasetError: Hashable {
  package static func == (first: DatasetError, second: DatasetError) -> Bool {
    first.file == second.file && first.offset == second.offset
      && AnyHashable(first.problem) == AnyHashable(second.problem)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(offset)
    hasher.combine(AnyHashable(problem))
  }
}

extension DatasetError: CustomStringConvertible {
  /// The file, what is wrong with it, and where.
  package var description: String {
    let place = offset.map { ", at byte \($0)" } ?? ""
    return "\(file): \(problem)\(place)"
  }
}

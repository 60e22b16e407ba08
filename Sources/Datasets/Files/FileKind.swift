import Glibc

/// What stands at a path.
enum FileKind {
  case absent, regular, folder, other

  init(_ path: String) throws(DatasetError) {
    var status = stat()
    guard !path.utf8.contains(0) else {
      self = .absent
      return
    }
    guard stat(path, &status) == 0 else {
      let error = DatasetError.systemError(path)
      guard error.problem as? DataFileProblem == .missing else { throw error }
      self = .absent
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .other
      }
  }
}

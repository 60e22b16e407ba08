package import Foundation

extension URL {
  /// The file of a path as it stands: a leading `~`, which Foundation takes for the home folder, is a name like any other.
  package init(path: String, directoryHint: DirectoryHint = .inferFromPath) {
    self.init(filePath: path.hasPrefix("~") ? "./" + path : path, directoryHint: directoryHint)
  }
}

private import Foundation

/// The folder of a notebook: the only place from which it reads what it names.
struct NotebookFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The path of something inside the folder; nil when it would lie outside, links followed.
  func path(of relative: String) -> String? {
    guard !relative.hasPrefix("/"), !relative.contains("\0") else { return nil }
    let root = URL(filePath: path, directoryHint: .isDirectory).resolvingSymlinksInPath().path()
    let full = URL(filePath: root, directoryHint: .isDirectory).appending(path: relative)
    let inside = full.standardizedFileURL.resolvingSymlinksInPath().path()
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return inside.hasPrefix(prefix) ? full.path(percentEncoded: false) : nil
  }
}

private import Datasets
import Foundation

/// The folder of a notebook: the only place from which it reads what it names.
struct NotebookFolder {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The path of something inside the folder; nil when it would lie outside, links followed.
  func path(of relative: String) -> String? {
    guard !relative.hasPrefix("/"), !relative.contains("\0") else { return nil }
    let root = URL(path: path, directoryHint: .isDirectory).resolvingSymlinksInPath().path(percentEncoded: false)
    let full = URL(filePath: root, directoryHint: .isDirectory).appending(path: relative)
    return contains(full) ? full.path(percentEncoded: false) : nil
  }

  /// Why what lies outside is not read.
  static func refusal(of path: String) -> String {
    "'\(path)' leads out of the notebook's own folder, the only place that its data may lie in"
  }

  /// Whether a file lies inside the folder, links followed.
  func contains(file: String) -> Bool { contains(URL(path: file)) }

  private func contains(_ url: URL) -> Bool {
    let root = URL(path: path, directoryHint: .isDirectory).resolvingSymlinksInPath().path(percentEncoded: false)
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let path = url.standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
    // Byte by byte: two spellings of a letter are two folders.
    return path.utf8.starts(with: prefix.utf8)
  }
}

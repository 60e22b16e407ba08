import Datasets
import Foundation

/// Which file a path leads to, however it is written and through whatever links: of two equal ones, writing one changes the other.
struct FilePlace: Hashable {
  private let device: UInt
  private let number: UInt
  /// What is still to be made in that folder; empty for what is there.
  private let rest: String

  /// The file that a stream leads to; nil when it leads to a terminal, a pipe or nowhere.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    rest = ""
  }

  init(_ path: String) {
    var place = URL(path: path).absoluteURL.standardizedFileURL.resolvingSymlinksInPath()
    var missing: [String] = []
    var status = stat()
    while stat(place.path(percentEncoded: false), &status) != 0, place.pathComponents.count > 1 {
      missing.append(place.lastPathComponent)
      place = place.deletingLastPathComponent()
    }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    rest = missing.reversed().joined(separator: "/")
  }
}

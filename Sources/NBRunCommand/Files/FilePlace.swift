import Foundation

/// Which file a path leads to, however it is written and through whatever links: of two equal ones, writing one changes the other.
struct FilePlace: Hashable {
  private let device: UInt
  private let number: UInt
  /// What is still to be made in that folder; empty for what is there.
  private let rest: String

  init(_ path: String) {
    var place = URL(filePath: path).absoluteURL.standardizedFileURL.resolvingSymlinksInPath()
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

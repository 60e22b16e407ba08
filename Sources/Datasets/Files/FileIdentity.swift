import Glibc

/// What the system says of a file: when two are equal, so are the contents.
package struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let inode: UInt64
  let size: Int64
  /// When its contents changed last, and when anything about it did, in nanoseconds.
  let modified: Int64
  let changed: Int64

  package init(_ path: String) throws(DatasetError) {
    var status = stat()
    guard !path.utf8.contains(0) else { throw DatasetError(path, .missing) }
    guard stat(path, &status) == 0 else { throw .systemError(path) }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Whether no later change can carry the same times, however coarsely a disk notes them.
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return max(modified, changed) < Self.nanoseconds(now) - 2_000_000_000
  }

  var text: String { "\(device) \(inode) \(size) \(modified) \(changed)" }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

import Foundation

/// How a file is known to be one that was made here: by what it begins with.
enum OwnFile {
  /// The first bytes of a file, or all when it has fewer; nil when there is no file, or it is a link, a pipe or a folder.
  static func beginning(of path: String, bytes count: Int) -> Data? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    defer { try? handle.close() }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? handle.read(upToCount: count) ?? Data()
  }
}

import Glibc

/// A regular file open for reading, closed when the value ends.
struct OpenFile: ~Copyable {
  let path: String
  let size: Int
  private let descriptor: CInt

  /// Opens `path` without ever waiting for it: a pipe or a device is refused, not read.
  init(path: String) throws(DatasetError) {
    guard !path.utf8.contains(0) else { throw DatasetError(path, .missing) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .systemError(path) }
    var status = stat()
    let known = fstat(descriptor, &status) == 0
    guard known, status.st_mode & S_IFMT == S_IFREG else {
      let error: DatasetError =
        !known
        ? .systemError(path) : DatasetError(path, status.st_mode & S_IFMT == S_IFDIR ? .isFolder : .isNotRegularFile)
      close(descriptor)
      throw error
    }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `offset` on, and says how much the file had for it.
  func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int) throws(DatasetError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .systemError(path) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  func begins(with bytes: [UInt8]) throws(DatasetError) -> Bool {
    var first = [UInt8](repeating: 0, count: bytes.count)
    let count = try first.withUnsafeMutableBufferPointer { buffer throws(DatasetError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer), from: 0)
    }
    return count == bytes.count && first == bytes
  }
}

extension DatasetError {
  /// What `errno` says about `path`.
  static func systemError(_ path: String) -> DatasetError {
    switch errno {
    case ENOENT, ENOTDIR: DatasetError(path, .missing)
    case let code: DatasetError(path, .unreadable(String(cString: strerror(code))))
    }
  }
}

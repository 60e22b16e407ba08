import Glibc

/// A file that is being fetched, under a name of its own until it is whole.
struct PartialFile: ~Copyable {
  let path: String
  private(set) var size: Int
  private let descriptor: CInt

  /// Opens what an earlier try left, or begins an empty file.
  init(path: String) throws(FetchError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw .system(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .folder(path: path, reason: "not a regular file")
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  mutating func append(_ bytes: [UInt8]) throws(FetchError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(size)) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let error = FetchError.system(path)
        unlink(path)
        throw error
      }
      rest = rest.dropFirst(count)
      size += count
    }
  }

  /// Begins from nothing.
  mutating func clear() throws(FetchError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .system(path) }
    size = 0
  }

  /// Takes the file away; where that is not allowed, it is empty at least.
  consuming func remove() {
    ftruncate(descriptor, 0)
    unlink(path)
  }

  /// Puts the whole file in its place, all at once.
  consuming func move(to place: String) throws(FetchError) {
    guard fsync(descriptor) == 0, rename(path, place) == 0 else { throw .system(place) }
  }
}

extension FetchError {
  /// What `errno` says about a path.
  static func system(_ path: String) -> FetchError {
    .folder(path: path, reason: String(cString: strerror(errno)))
  }
}

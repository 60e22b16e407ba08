import Glibc

/// Keeps other processes out of a folder for as long as the value lives; the system lets go when a process dies.
struct FolderLock: ~Copyable {
  private let descriptor: CInt

  /// Takes the lock, waiting for whoever has it.
  ///
  /// - Parameters:
  ///   - folder: A folder that is there.
  ///   - wait: Called once, before the wait begins.
  /// - Throws: The system's words when the folder cannot be written.
  init(folder: String, wait: () -> Void) throws(FetchError) {
    let path = "\(folder)/.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw .system(path) }
    self.descriptor = descriptor
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
    wait()
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit { close(descriptor) }
}

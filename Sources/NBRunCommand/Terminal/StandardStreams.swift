import Foundation

/// The streams that a process is started with, or without.
enum StandardStreams {
  /// Takes the numbers of those that are closed, so that no file that is opened later gets one: what is said would end up in it.
  ///
  /// Each is opened the wrong way round, and fails when it is used, as a closed one does.
  static func hold() {
    for (descriptor, way) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", way)
    }
  }
}

import Foundation

/// Writes files whole or not at all: a reader sees the old contents or the new ones.
enum WholeFile {
  /// Puts `text` in place of the file, making its folder when it is not there.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    try makeFolder(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false), for: path)
    try write(Data(text.utf8), to: path, by: "\(path).\(getpid()).unfinished")
  }

  /// Makes a folder, and those around it, where they are not there.
  static func makeFolder(_ folder: String, for path: String) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw problem(path, error.localizedDescription)
    }
  }

  /// Writes the bytes into a file of another name in the same folder, which then takes the place of the first.
  static func write(_ bytes: Data, to path: String, by temporary: String) throws(FileProblem) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o666 & ~currentMask
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw problem(path) }
    let isWritten = write(bytes, to: descriptor)
    let code = errno
    guard isWritten, close(descriptor) == 0, rename(temporary, target) == 0 else {
      let reason = isWritten ? errno : code
      if !isWritten { close(descriptor) }
      unlink(temporary)
      throw problem(path, String(cString: strerror(reason)))
    }
  }

  private static func write(_ bytes: Data, to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// The permissions that new files do not get; reading them means setting them.
  private static let currentMask: mode_t = {
    let mask = umask(0)
    umask(mask)
    return mask
  }()

  private static func problem(_ path: String, _ reason: String = String(cString: strerror(errno))) -> FileProblem {
    FileProblem("\(path) cannot be written: \(reason)")
  }
}

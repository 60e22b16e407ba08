import Datasets
import Foundation

/// Writes files whole or not at all: a reader sees the old contents or the new ones.
enum WholeFile {
  /// Puts `text` in place of the file, making its folder when it is not there; where a link lies, in place of what it leads to.
  static func write(_ text: String, to path: String) throws(FileProblem) { try write(Data(text.utf8), to: path) }

  /// Puts `bytes` in place of the file, making its folder when it is not there; where a link lies, in place of what it leads to.
  static func write(_ bytes: Data, to path: String) throws(FileProblem) {
    try makeFolder(folder(of: path), for: path)
    let target = target(of: path)
    try write(bytes, to: target, by: temporary(beside: target), named: path)
  }

  /// Finds out whether a file could be written, making its folder when it is not there.
  static func probe(_ path: String) throws(FileProblem) {
    try makeFolder(folder(of: path), for: path)
    let temporary = temporary(beside: target(of: path))
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw problem(path) }
    close(descriptor)
    unlink(temporary)
  }

  /// What a path leads to.
  private static func target(of path: String) -> String {
    URL(path: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// Puts `bytes` in place of whatever lies there, a link too, making the folder when it is not there.
  static func replace(_ path: String, with bytes: Data) throws(FileProblem) {
    try makeFolder(folder(of: path), for: path)
    try replace(path, with: bytes, by: temporary(beside: path))
  }

  /// Writes the bytes into a file of another name in the same folder, which then takes the place of whatever lies there.
  static func replace(_ path: String, with bytes: Data, by temporary: String) throws(FileProblem) {
    try write(bytes, to: path, by: temporary, named: path)
  }

  /// Makes a file that is not there, and its folder; what is there, a link too, stays as it is.
  static func create(_ path: String, with bytes: Data) throws(FileProblem) {
    try makeFolder(folder(of: path), for: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw problem(path) }
    guard write(bytes, to: descriptor) else {
      let code = errno
      close(descriptor)
      unlink(path)
      throw problem(path, code: code)
    }
    close(descriptor)
  }

  /// Sixteen hexadecimal digits that no other process has, on this machine or another.
  static var uniqueName: String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func folder(of path: String) -> String {
    URL(path: path).deletingLastPathComponent().path(percentEncoded: false)
  }

  private static func temporary(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return "\(folder).\(uniqueName).unfinished"
  }

  /// Makes a folder, and those around it, where they are not there.
  static func makeFolder(_ folder: String, for path: String) throws(FileProblem) {
    if mkdir(folder, 0o777) == 0 { return }
    if errno == ENOENT, case let parent = self.folder(of: folder), parent.count < folder.count {
      try makeFolder(parent, for: path)
      if mkdir(folder, 0o777) == 0 { return }
    }
    let code = errno
    var status = stat()
    guard code == EEXIST else { throw problem(path, code: code) }
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw problem(path, code: ENOTDIR) }
  }

  private static func write(
    _ bytes: Data, to target: String, by temporary: String, named path: String
  ) throws(FileProblem) {
    var status = stat()
    let isThere = lstat(target, &status) == 0
    let kind = status.st_mode & S_IFMT
    guard !isThere || [S_IFREG, S_IFLNK, S_IFDIR].contains(kind) else { throw FileProblem("\(path) is not a file") }
    let mode = isThere && kind == S_IFREG ? status.st_mode & 0o777 : 0o666 & ~currentMask
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw problem(path) }
    let isWritten = write(bytes, to: descriptor)
    let code = errno
    guard isWritten, close(descriptor) == 0, rename(temporary, target) == 0 else {
      let reason = isWritten ? errno : code
      if !isWritten { close(descriptor) }
      unlink(temporary)
      throw problem(path, code: reason)
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

  private static func problem(_ path: String, code: Int32 = errno) -> FileProblem {
    FileProblem(
      "\(path) cannot be written: \(String(cString: strerror(code)))", isForWantOfRoom: [ENOSPC, EDQUOT].contains(code))
  }
}

import Foundation

/// Writes files whole or not at all: a reader sees the old contents or the new ones.
enum WholeFile {
  /// Puts `text` in place of the file, making its folder when it is not there.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try writeBytes(Data(text.utf8), to: path, by: "\(path).\(getpid()).unfinished")
    } catch {
      throw FileProblem("\(path) cannot be written: \(reason(error))")
    }
  }

  /// Writes the bytes into a file of another name in the same folder, which then takes the place of the first.
  static func writeBytes(_ bytes: Data, to path: String, by temporary: String) throws {
    let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : nil
    do {
      try bytes.write(to: URL(filePath: temporary))
      if let mode { chmod(temporary, mode) }
      guard rename(temporary, target) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let code = [error as NSError, underlying].compactMap({ $0 }).first(where: { $0.domain == NSPOSIXErrorDomain })?
      .code
    {
      return String(cString: strerror(Int32(code)))
    }
    return error.localizedDescription
  }
}

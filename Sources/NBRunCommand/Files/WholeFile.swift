import Foundation

/// Writes files whole or not at all: a reader sees the old contents or the new ones.
enum WholeFile {
  /// Puts `text` in place of the file, making its folder when it is not there.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw FileProblem("\(path) cannot be written: \(reason(error))")
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let code = [error as NSError, underlying].compactMap({ $0 }).first(where: { $0.domain == NSPOSIXErrorDomain })?
      .code
    {
      return String(cString: strerror(Int32(code)))
    }
    return error.localizedDescription
  }
}

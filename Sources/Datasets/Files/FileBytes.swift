/// The bytes of a file as they lie there, packed or not.
package enum FileBytes {
  /// Whether there is a regular file.
  package static func isThere(_ path: String) -> Bool { (try? FileKind(path)) == .regular }

  /// Reads a regular file that is not too large.
  package static func read(_ path: String, atMost limit: Int) throws(DatasetError) -> [UInt8] {
    let file = try OpenFile(path: path)
    guard file.size <= limit else { throw DatasetError(path, .fileTooLarge(bytes: file.size, limit: limit)) }
    var bytes = [UInt8](repeating: 0, count: file.size)
    let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(DatasetError) in
      try file.read(into: UnsafeMutableRawBufferPointer(buffer), from: 0)
    }
    guard count == bytes.count else { throw DatasetError(path, .changedWhileRead) }
    return bytes
  }
}

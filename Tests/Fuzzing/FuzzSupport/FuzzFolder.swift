import Foundation

/// A folder of this process's own, in memory where the system has room for files there.
package struct FuzzFolder: Sendable {
  package let path: String

  package init(_ name: String) {
    let memory = "/dev/shm"
    let root = access(memory, W_OK) == 0 ? memory : NSTemporaryDirectory()
    path = "\(root)/nbrun-fuzz-\(name)-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file in place of what is there; no bytes leave none.
  package func write(_ bytes: [UInt8]?, to name: String) {
    let file = "\(path)/\(name)"
    unlink(file)
    guard let bytes else { return }
    mkdir((file as NSString).deletingLastPathComponent, 0o755)
    let stream = fopen(file, "wb")
    precondition(stream != nil, "the folder of the fuzzer can be written")
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }
}

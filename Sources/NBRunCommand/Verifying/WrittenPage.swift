import Foundation
import NotebookReport

/// A page that was written once, as it lies there.
struct WrittenPage {
  let path: String
  let text: String
  let settings: PageSettings
  let neighbours: PageNeighbours?

  /// The largest file that is read.
  private static let maximumSize = 1 << 30

  /// Reads a page of a run.
  init(path: String) throws(FileProblem) {
    // Bytes that are no text differ from every page's.
    let text = String(decoding: try Self.bytes(of: path), as: UTF8.self)
    guard let settings = PageSettings(page: text) else {
      throw FileProblem("\(path): this is no page of a run by nbrun")
    }
    (self.path, self.text, self.settings) = (path, text, settings)
    neighbours = PageNeighbours(page: text)
  }

  private static func bytes(of path: String) throws(FileProblem) -> Data {
    // Without waiting for whoever may write into a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileProblem("\(path): \(String(cString: strerror(errno)))") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem("\(path): a page is a file")
    }
    guard status.st_size <= maximumSize else { throw FileProblem("\(path): this is too large for a page") }
    guard let bytes = try? handle.readToEnd() ?? Data() else { throw FileProblem("\(path): this cannot be read") }
    return bytes
  }
}

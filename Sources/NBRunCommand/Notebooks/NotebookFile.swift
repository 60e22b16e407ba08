import Foundation
import NotebookSyntax

/// A notebook on disk.
struct NotebookFile {
  /// As the user gave it.
  let path: String

  /// The largest file that is read; a notebook is a text for people.
  private static let maximumSize = 16 << 20

  /// The folder that it lies in.
  var folder: String {
    URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
  }

  /// The file's name without folders and ending.
  var name: String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }

  /// Reads and parses the file.
  func parse() throws(FileProblem) -> Diagnosed<NotebookDocument> {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw FileProblem("\(path): \(Self.openingProblem(path))")
    }
    defer { try? handle.close() }
    do {
      let data = try handle.read(upToCount: Self.maximumSize + 1) ?? Data()
      guard data.count <= Self.maximumSize else { throw FileProblem("\(path): a notebook has at most 16 MB") }
      return NotebookParser.parse(bytes: Array(data), file: path)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw FileProblem("\(path): this cannot be read; is it a folder?")
    }
  }

  private static func openingProblem(_ path: String) -> String {
    switch errno {
    case ENOENT: "there is no such file"
    case EACCES: "no permission to read this file"
    default: String(cString: strerror(errno))
    }
  }
}

/// A file that cannot be read or written, in one phrase.
struct FileProblem: Error, CustomStringConvertible {
  let description: String
  /// Whether nothing is wrong but that the disk is full.
  let isForWantOfRoom: Bool

  init(_ description: String, isForWantOfRoom: Bool = false) {
    self.description = description
    self.isForWantOfRoom = isForWantOfRoom
  }
}

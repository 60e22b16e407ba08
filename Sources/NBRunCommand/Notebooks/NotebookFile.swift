import Datasets
import Foundation
import NotebookSyntax

/// A notebook on disk.
struct NotebookFile {
  /// As the user gave it.
  let path: String
  /// Whether the text comes from standard input, which can be read once.
  let isStandardInput: Bool

  init(path: String) {
    self.path = path
    isStandardInput = false
  }

  private init(standardInputAs name: String) {
    path = name
    isStandardInput = true
  }

  /// What comes from standard input, as if it lay in the folder that the command was called in.
  static let standardInput = NotebookFile(standardInputAs: "<stdin>")

  /// The largest file that is read; a notebook is a text for people.
  private static let maximumSize = 4_000_000

  /// The folder that it lies in.
  var folder: String {
    URL(path: path).deletingLastPathComponent().path(percentEncoded: false)
  }

  /// The file's name without folders and ending.
  var name: String {
    URL(path: path).deletingPathExtension().lastPathComponent
  }

  /// Reads and parses the file.
  func parse() throws(FileProblem) -> Diagnosed<NotebookDocument> {
    if isStandardInput { return try parse(FileHandle.standardInput) }
    // Without waiting for whoever may write into a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileProblem("\(path): \(openingProblem)") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let reason =
        isFolder ? "there is no notebook in this folder" : "this is a pipe or a device, and a notebook is a file"
      throw FileProblem("\(path): \(reason)")
    }
    if status.st_size > Self.maximumSize { throw tooLarge(Int(status.st_size)) }
    return try parse(handle)
  }

  /// Parses a text that is to be in the file.
  func parse(_ text: String) throws(FileProblem) -> Diagnosed<NotebookDocument> {
    if text.utf8.count > Self.maximumSize { throw tooLarge(text.utf8.count) }
    return NotebookParser.parse(text, file: path)
  }

  private func tooLarge(_ size: Int) -> FileProblem {
    FileProblem("\(path): a notebook has at most \(Self.maximumSize) bytes, and this one has \(size)")
  }

  private func parse(_ handle: FileHandle) throws(FileProblem) -> Diagnosed<NotebookDocument> {
    guard let data = try? handle.read(upToCount: Self.maximumSize + 1) ?? Data() else {
      throw FileProblem("\(path): this cannot be read")
    }
    guard data.count <= Self.maximumSize else {
      throw FileProblem("\(path): a notebook has at most \(Self.maximumSize) bytes, and this one has more")
    }
    return NotebookParser.parse(bytes: Array(data), file: path)
  }

  private var openingProblem: String {
    switch errno {
    // What stands in an argument that was no UTF-8.
    case ENOENT where path.contains("\u{FFFD}"): "there is no such file; a file's name has to be UTF-8"
    case ENOENT: "there is no such file"
    case EACCES: "no permission to read this file"
    default: String(cString: strerror(errno))
    }
  }
}

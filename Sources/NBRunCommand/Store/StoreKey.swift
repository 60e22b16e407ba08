import Datasets
import Foundation

/// The secret of a store's folder: only who has it can write an entry that is believed.
///
/// It is made with the first entry and lies beside them, so that all who share the folder share it; folders that are to be copied together
/// begin with copies of one key.
struct StoreKey: Equatable {
  static let fileName = "store.key"
  private static let mark = "\(StoredValue.mark)key "

  /// Sixty-four hexadecimal digits.
  private let digits: String

  /// The key of a folder; nil when there is none, or what lies there is not one of ours.
  init?(in folder: String) {
    let descriptor = open("\(folder)/\(Self.fileName)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    defer { try? handle.close() }
    var status = stat()
    let size = Self.mark.utf8.count + StoredValue.digestLength + 1
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == size,
      let contents = try? handle.read(upToCount: size), contents.starts(with: Self.mark.utf8), contents.last == 10
    else { return nil }
    digits = String(decoding: contents.dropFirst(Self.mark.utf8.count).dropLast(), as: UTF8.self)
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
  }

  /// The key of a folder, made if there is none; of several processes that make one, the first is heard.
  static func made(in folder: String) throws(FileProblem) -> StoreKey {
    if let key = StoreKey(in: folder) { return key }
    let (path, draft) = ("\(folder)/\(fileName)", "\(folder)/\(fileName).\(WholeFile.uniqueName).unfinished")
    let digits = (0..<4).map { _ in WholeFile.uniqueName }.joined()
    try WholeFile.replace(draft, with: Data("\(mark)\(digits)\n".utf8), by: "\(draft).part")
    link(draft, path)
    unlink(draft)
    guard let key = StoreKey(in: folder) else { throw FileProblem("\(path) is not the key of a store") }
    return key
  }

  /// Removes the key of a folder, if it is one of ours.
  static func remove(in folder: String) {
    if StoreKey(in: folder) != nil { unlink("\(folder)/\(fileName)") }
  }

  /// What shows that some bytes were written by who has the key.
  func digest(of bytes: Data) -> String {
    bytes.withUnsafeBytes { SHA256.hex(of: $0, key: Array(digits.utf8)) }
  }
}

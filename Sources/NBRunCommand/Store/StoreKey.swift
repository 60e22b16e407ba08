import CLinux
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
  ///
  /// - Parameters:
  ///   - folder: A folder that is there.
  ///   - link: Gives a file a second name, as the system does where a disk knows such a thing.
  /// - Returns: The key that lies there afterwards.
  /// - Throws: What is wrong when there is none.
  static func made(
    in folder: String, link: (_ file: String, _ name: String) -> Int32 = { Foundation.link($0, $1) }
  ) throws(FileProblem) -> StoreKey {
    if let key = StoreKey(in: folder) { return key }
    let (path, draft) = ("\(folder)/\(fileName)", "\(folder)/\(fileName).\(WholeFile.uniqueName)\(draftEnding)")
    let digits = (0..<4).map { _ in WholeFile.uniqueName }.joined()
    try WholeFile.create(draft, with: Data("\(mark)\(digits)\n".utf8))
    // A disk without second names may know how to rename to a name that is free; otherwise the last of several is heard.
    if link(draft, path) != 0, errno != EEXIST, rename_if_free(AT_FDCWD, draft, path) != 0,
      errno != EEXIST, access(path, F_OK) != 0
    {
      rename(draft, path)
    }
    unlink(draft)
    guard let key = StoreKey(in: folder) else { throw FileProblem("\(path) is not the key of a store") }
    return key
  }

  private static let draftEnding = ".unfinished"

  /// Removes the key of a folder, if it is one of ours.
  static func remove(in folder: String) {
    if StoreKey(in: folder) != nil { unlink("\(folder)/\(fileName)") }
  }

  /// Removes keys that a process was killed while it made them.
  ///
  /// - Returns: How many there were.
  static func removeDrafts(in folder: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.count { name in
      guard name.hasPrefix("\(fileName)."), name.hasSuffix(draftEnding),
        StoreEntry.isUnique(name.dropFirst(fileName.utf8.count + 1).dropLast(draftEnding.utf8.count)),
        let contents = OwnFile.beginning(of: "\(folder)/\(name)", bytes: mark.utf8.count)
      else { return false }
      return mark.utf8.starts(with: contents) && unlink("\(folder)/\(name)") == 0
    }
  }

  /// What shows that some bytes were written by who has the key.
  func digest(of bytes: Data) -> String {
    bytes.withUnsafeBytes { SHA256.hex(of: $0, key: Array(digits.utf8)) }
  }
}

import Foundation
import Synchronization

/// A folder of stored values on disk: whole files under names of their own, the oldest going first when there are too many.
///
/// Several processes on several machines may use it at once: files appear and vanish whole, and no lock is taken.
struct StoreFolder {
  let path: String
  /// Bytes that the files may take together.
  let limit: Int
  private let room: Room

  private static let usualLimit = 2_000_000_000
  /// No value is larger.
  private static let largestFile = 1 << 30
  /// An unfinished file this old belongs to no process that still writes it.
  private static let longestWrite: TimeInterval = 3600

  init(path: String, limit: Int = usualLimit) {
    self.path = path
    self.limit = limit
    room = Room()
  }

  /// What is known of the room that the files take, which is looked at again only now and then: there may be thousands of them.
  private final class Room: Sendable {
    /// Others write as well.
    private static let mostWrites = 64
    private let state = Mutex<(bytes: Int, writes: Int)?>(nil)

    /// Notes that so much was written, and says whether it is time to look.
    func isWorthALook(writing bytes: Int, limit: Int) -> Bool {
      state.withLock { state in
        guard let known = state, known.writes < Self.mostWrites, known.bytes + bytes <= limit else { return true }
        state = (known.bytes + bytes, known.writes + 1)
        return false
      }
    }

    /// Takes what the files take now.
    func note(_ bytes: Int) { state.withLock { $0 = (bytes, 0) } }
  }

  /// A file of the folder as it lies there.
  struct Item {
    let entry: StoreEntry
    let size: Int
    let used: Date
  }

  /// Everything in the folder that is named as ours are.
  var items: [Item] { items(beginningWith: "") }

  /// What is named as ours are and begins so; nothing else is looked at.
  func items(beginningWith prefix: String) -> [Item] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix(prefix), let entry = StoreEntry(fileName: name) else { return nil }
      var status = stat()
      guard lstat(file(entry), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let used = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
      return Item(entry: entry, size: Int(status.st_size), used: used)
    }
  }

  /// The value of an entry; nil when there is none.
  func read<Value: Decodable>(_ entry: StoreEntry, as type: Value.Type) throws(StoreProblem) -> Value? {
    guard let handle = try open(entry) else { return nil }
    defer { try? handle.close() }
    guard let contents = try? handle.readToEnd() ?? Data() else { return nil }
    guard let key = StoreKey(in: path) else { throw .foreign }
    return try StoredValue.value(type, from: contents, key: key)
  }

  /// Puts a value under an entry's name, whole or not at all; what lies there, a link too, is replaced.
  func write(_ value: some Encodable, as entry: StoreEntry) throws(FileProblem) {
    try WholeFile.makeFolder(path, for: path)
    let key = try StoreKey.made(in: path)
    guard let contents = try? StoredValue.contents(value, key: key) else { return }
    try WholeFile.replace(file(entry), with: contents, by: file(entry.whileUnfinished))
    if room.isWorthALook(writing: contents.count, limit: limit) { makeRoom(keeping: entry) }
  }

  func has(_ entry: StoreEntry) -> Bool {
    var status = stat()
    return lstat(file(entry), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Notes that an entry was used, so that it is not among the first to go.
  func touch(_ entry: StoreEntry) {
    utimensat(AT_FDCWD, file(entry), nil, AT_SYMLINK_NOFOLLOW)
  }

  /// Removes an entry, if what lies there is ours.
  func remove(_ entry: StoreEntry) {
    if isOurs(entry) { unlink(file(entry)) }
  }

  /// Removes the files longest unused until the rest fits.
  private func makeRoom(keeping newest: StoreEntry) {
    let items = items
    var size = items.reduce(0) { $0 + $1.size }
    defer { room.note(size) }
    guard size > limit else { return }
    for item in items.sorted(by: { $0.used < $1.used }) where size > limit && item.entry != newest {
      let isWritten = item.entry.unfinished != nil && item.used.timeIntervalSinceNow > -Self.longestWrite
      guard !isWritten, isOurs(item.entry), unlink(file(item.entry)) == 0 else { continue }
      size -= item.size
    }
  }

  /// Removes everything of ours, and the folder when nothing else is in it.
  ///
  /// - Returns: How many files there were, and their bytes.
  func clean() -> (files: Int, bytes: Int) {
    var (files, bytes) = (StoreKey.removeDrafts(in: path), 0)
    for item in items where isOurs(item.entry) && unlink(file(item.entry)) == 0 {
      files += 1
      bytes += item.size
    }
    if files > 0 { StoreKey.remove(in: path) }
    rmdir(path)
    return (files, bytes)
  }

  /// Whether a file begins as ours do; one that was never finished may end before.
  private func isOurs(_ entry: StoreEntry) -> Bool {
    guard let handle = try? open(entry) else { return false }
    defer { try? handle.close() }
    let mark = Data(StoredValue.mark.utf8)
    guard let beginning = try? handle.read(upToCount: mark.count) ?? Data() else { return false }
    return beginning == mark || entry.unfinished != nil && mark.starts(with: beginning)
  }

  /// Opens an entry's own file, never what a link leads to; nil when there is none.
  private func open(_ entry: StoreEntry) throws(StoreProblem) -> FileHandle? {
    let descriptor = Foundation.open(file(entry), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw .foreign }
      return nil
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.largestFile
    else { throw .foreign }
    return handle
  }

  private func file(_ entry: StoreEntry) -> String { "\(path)/\(entry.name)" }
}

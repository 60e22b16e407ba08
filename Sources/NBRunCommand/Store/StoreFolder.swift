import Foundation

/// A folder of kept values on disk: whole files under names of their own, the oldest going first when there are too many.
///
/// Several processes may use it at once: files appear and vanish whole.
struct KeptFolder {
  let path: String
  /// Bytes that the files may take together.
  let limit: Int

  private static let name = ".nbrun"
  private static let usualLimit = 2_000_000_000
  /// No value is larger.
  private static let largestFile = 1 << 30

  init(path: String, limit: Int = usualLimit) {
    self.path = path
    self.limit = limit
  }

  /// The folder beside a page.
  init(besidePage page: String) {
    let folder = page.lastIndex(of: "/").map { page[...$0] } ?? ""
    self.init(path: folder + Self.name)
  }

  /// A file of the folder as it lies there.
  struct Item {
    let entry: KeptEntry
    let size: Int
    let used: Date
  }

  /// Everything of ours in the folder.
  var items: [Item] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap { name in
      guard let entry = KeptEntry(fileName: name) else { return nil }
      var status = stat()
      guard lstat(file(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let used = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
      return Item(entry: entry, size: Int(status.st_size), used: used)
    }
  }

  /// The value of an entry, used now; nil when there is none.
  func read<Value: Decodable>(_ entry: KeptEntry, as type: Value.Type) throws(KeptProblem) -> Value? {
    let path = file(entry.name)
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.largestFile else { throw .foreign }
    guard let contents = FileManager.default.contents(atPath: path) else { return nil }
    let value = try KeptFile.value(type, from: contents)
    utimes(path, nil)
    return value
  }

  /// Puts a value under an entry's name, whole or not at all.
  func write(_ value: some Encodable, as entry: KeptEntry) throws(FileProblem) {
    try WholeFile.makeFolder(path, for: path)
    guard let contents = try? KeptFile.contents(value) else { return }
    let unfinished = KeptEntry(.unfinished, "\(entry.name).\(getpid())")
    try WholeFile.write(contents, to: file(entry.name), by: file(unfinished.name))
    makeRoom(keeping: entry)
  }

  func has(_ entry: KeptEntry) -> Bool { access(file(entry.name), F_OK) == 0 }

  func remove(_ entry: KeptEntry) { unlink(file(entry.name)) }

  /// Removes the files longest unused until the rest fits.
  private func makeRoom(keeping newest: KeptEntry) {
    let items = items
    var size = items.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    for item in items.sorted(by: { $0.used < $1.used }) where size > limit && item.entry != newest {
      remove(item.entry)
      size -= item.size
    }
  }

  /// Removes everything of ours, and the folder when nothing else is in it.
  ///
  /// - Returns: How many files there were, and their bytes.
  func clean() -> (files: Int, bytes: Int) {
    let items = items
    for item in items { remove(item.entry) }
    rmdir(path)
    return (items.count, items.reduce(0) { $0 + $1.size })
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }
}

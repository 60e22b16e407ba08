import Synchronization

/// What was read of data files: each file once, for as long as it does not change.
///
/// Findings are kept from one process to the next, contents within one, those used last for as long as there is room.
package final class DataMemory: Sendable {
  /// What is known under one key.
  fileprivate struct Entry {
    let findings: any Sendable
    var contents: (value: any Sendable, bytes: Int)?
  }

  fileprivate struct State {
    var entries: [String: Entry] = [:]
    /// Files that could not be read, with the reason.
    var failures: [String: DatasetError] = [:]
    /// The keys of entries with contents, the one used last at the end.
    var order: [String] = []
    /// Every file that was asked for, whether it is there or not.
    var paths: Set<String> = []
  }

  private let store: (any FindingsStore)?
  /// The bytes that contents may take together.
  private let room: Int
  private let state = Mutex(State())

  /// Makes an empty memory.
  ///
  /// - Parameters:
  ///   - store: Where findings are kept besides.
  ///   - room: The bytes of contents that are kept.
  package init(store: (any FindingsStore)? = nil, room: Int = 1 << 30) {
    self.store = store
    self.room = room
  }

  /// What there is to know of data: they are read, unless that was done before.
  package func findings<Data: FiledData>(of data: Data) throws(DatasetError) -> Data.Findings {
    let files = try identities(of: data)
    let key = Self.key(of: data, files)
    if let known = known(key) as? Data.Findings { return known }
    if let kept = store?.findings(Data.Findings.self, under: key), kept.arePossible {
      state.withLock { $0.entries[key] = Entry(findings: kept) }
      return kept
    }
    return try read(data, files, under: key, threads: data.filePaths.count).findings
  }

  /// Whether nothing has to be read to know what there is to know.
  package func knows(_ data: some FiledData) -> Bool {
    guard let files = try? identities(of: data) else { return false }
    let key = Self.key(of: data, files)
    return known(key) != nil || state.withLock { $0.failures[key] != nil }
  }

  /// The contents: those that were read already, or else read now.
  package func contents<Data: FiledData>(of data: Data, threads: Int) throws(DatasetError) -> Data.Contents {
    let files = try identities(of: data)
    let key = Self.key(of: data, files)
    if let contents = state.withLock({ $0.use(key) }) as? Data.Contents { return contents }
    return try read(data, files, under: key, threads: threads).contents
  }

  private func known(_ key: String) -> (any Sendable)? { state.withLock { $0.entries[key]?.findings } }

  private func read<Data: FiledData>(
    _ data: Data, _ files: [FileIdentity], under key: String, threads: Int
  ) throws(DatasetError) -> (contents: Data.Contents, findings: Data.Findings) {
    if let failure = state.withLock({ $0.failures[key] }) { throw failure }
    do throws(DatasetError) {
      let contents = try data.read(threads: threads)
      for (path, file) in zip(data.filePaths, files) where try FileIdentity(path) != file {
        throw DatasetError(path, .changedWhileRead)
      }
      let findings = data.findings(in: contents)
      let bytes = data.bytes(of: contents)
      state.withLock { $0.keep(Entry(findings: findings, contents: (contents, bytes)), under: key, room: room) }
      if files.allSatisfy(\.isSettled) { store?.keep(findings, under: key) }
      return (contents, findings)
    } catch {
      state.withLock { $0.failures[key] = error }
      throw error
    }
  }

  /// The files that anything here was asked of, those that are not there included.
  package var paths: Set<String> { state.withLock { $0.paths } }

  private func identities(of data: some FiledData) throws(DatasetError) -> [FileIdentity] {
    state.withLock { $0.paths.formUnion(data.filePaths) }
    var files: [FileIdentity] = []
    for path in data.filePaths { files.append(try FileIdentity(path)) }
    return files
  }

  private static func key(of data: some FiledData, _ files: [FileIdentity]) -> String {
    let parts = [data.reading] + files.map(\.text)
    return SHA256.hex(of: Array(parts.joined(separator: "\n").utf8))
  }
}

extension DataMemory.State {
  /// The contents under a key, which are then those used last.
  fileprivate mutating func use(_ key: String) -> (any Sendable)? {
    guard let contents = entries[key]?.contents else { return nil }
    order.removeAll { $0 == key }
    order.append(key)
    return contents.value
  }

  /// Keeps an entry; contents longest unused go until the rest fits.
  fileprivate mutating func keep(_ entry: DataMemory.Entry, under key: String, room: Int) {
    entries[key] = entry
    order.append(key)
    while order.reduce(0, { $0 + (entries[$1]?.contents?.bytes ?? 0) }) > room {
      entries[order.removeFirst()]?.contents = nil
    }
  }
}

import Glibc

/// What lies in a folder that may hold a data set.
struct DatasetFolder {
  private let path: String
  private let names: [String]

  /// Words that may follow the beginning of an IDX file's name, as in `train-images.idx3-ubyte` or `train-labels-idx1-int`.
  private static let endings: Set<String> = [
    "idx", "idx1", "idx2", "idx3", "idx4", "ubyte", "byte", "short", "int", "float", "double",
  ]

  init(_ path: String) throws(DatasetError) {
    guard !path.utf8.contains(0) else { throw DatasetError(path, .missing) }
    guard let folder = opendir(path) else { throw .systemError(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let size = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: UInt8.self, capacity: size) { String(decodingCString: $0, as: UTF8.self) }
      }
      names.append(name)
    }
    self.path = path
    self.names = names.sorted()
  }

  /// The file that holds a part of a data set in IDX form; nil when there is none.
  func file(_ part: DatasetLocation.File) throws(DatasetError) -> String? {
    try best(of: part.rawValue) { name in
      guard let beginning = part.beginnings.first(where: { name.hasPrefix($0) }) else { return false }
      let rest = name.dropFirst(beginning.count)
      guard let first = rest.first else { return true }
      return "-.".contains(first) && rest.split { "-.".contains($0) }.allSatisfy { Self.endings.contains(String($0)) }
    }
  }

  /// The file that holds a part of a data set as a table; nil when there is none.
  func table(_ part: String) throws(DatasetError) -> String? {
    try best(of: "\(part).csv") { name in
      name == "\(part).csv" || name.hasSuffix("_\(part).csv") || name.hasSuffix("-\(part).csv")
    }
  }

  /// The one file whose name, without `.gz`, is right; the usual name goes first, then a plain file, then a regular one.
  private func best(of usual: String, isRight: (String) -> Bool) throws(DatasetError) -> String? {
    var found: [(name: String, stem: String, isRegular: Bool)] = []
    for name in names {
      let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
      guard isRight(stem) else { continue }
      found.append((name, stem, try FileKind("\(path)/\(name)") == .regular))
    }
    if found.contains(where: \.isRegular) { found.removeAll { !$0.isRegular } }
    if found.contains(where: { $0.stem == usual }) { found.removeAll { $0.stem != usual } }
    guard Set(found.map(\.stem)).count <= 1 else { throw DatasetError(path, .severalFiles(found.map(\.name))) }
    return found.first.map { "\(path)/\($0.name)" }
  }
}

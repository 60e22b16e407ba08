/// Data that lie in files and are read as a whole.
package protocol FiledData: Sendable {
  associatedtype Contents: Sendable
  /// What has to be known of the contents before anything runs: little, and the same for the same files.
  associatedtype Findings: DataFindings

  /// The files, in an order of their own.
  var filePaths: [String] { get }

  /// How the files are understood, and in which form findings are kept.
  var reading: String { get }

  /// Reads and checks everything, on up to `threads` threads.
  func read(threads: Int) throws(DatasetError) -> Contents

  func findings(in contents: Contents) -> Findings

  /// The bytes that contents take in memory.
  func bytes(of contents: Contents) -> Int
}

/// What there is to know of data without their contents.
package protocol DataFindings: Sendable, Codable {
  /// Whether files that can be read may have led to them: what was kept of them is believed no further.
  var arePossible: Bool { get }
}

extension DataFindings {
  /// Images, lines or characters of the largest files that are read, and more.
  package static var possibleCounts: ClosedRange<Int> { 0...1 << 32 }
}

/// Where findings are kept from one process to the next.
package protocol FindingsStore: Sendable {
  func findings<Findings: Codable>(_ type: Findings.Type, under key: String) -> Findings?
  func keep(_ findings: some Codable, under key: String)
}

/// Data that go by a name, because their files are known byte for byte.
package protocol PublishedData: Sendable {
  var name: String { get }
  /// Web addresses of folders that have the files, the most reliable first.
  ///
  /// Contents are verified wherever they come from, so an address without TLS at the end of the list can do no harm.
  var mirrors: [String] { get }
  var files: [PublishedFile] { get }
}

/// A file that mirrors have, and how it is told from any other.
package struct PublishedFile: Sendable {
  /// Its name at the mirrors, under which it is kept as well.
  package let name: String
  /// The name of the same contents, packed or unpacked.
  package let otherName: String
  /// More bytes than this no form of it has.
  package let largestSize: Int
  private let check: @Sendable (String) throws(DatasetError) -> Void

  init(
    name: String, otherName: String, largestSize: Int,
    check: @escaping @Sendable (String) throws(DatasetError) -> Void
  ) {
    self.name = name
    self.otherName = otherName
    self.largestSize = largestSize
    self.check = check
  }

  /// Checks a file, wherever it lies and whatever it is called: its form, its size, and that it is the published one.
  package func verify(at path: String) throws(DatasetError) { try check(path) }
}

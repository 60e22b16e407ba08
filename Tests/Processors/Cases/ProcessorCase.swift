/// Something that gives the same bits on every processor, with any number of threads.
package struct ProcessorCase: Sendable {
  package let name: String
  /// The digest of what comes out, computed on so many threads.
  package let digest: @Sendable (_ threads: Int) -> UInt64
}

extension ProcessorCase {
  package static let all = trainings + orders + functions

  /// The case's line in `digests.txt`.
  package func line(threads: Int) -> String {
    let digits = String(digest(threads), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + "  " + name
  }
}

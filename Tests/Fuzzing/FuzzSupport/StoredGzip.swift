import CZlib

/// Gzip without compression, so that what a fuzzer changes is what is read.
package enum StoredGzip {
  package static func member(_ bytes: [UInt8]) -> [UInt8] {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
    let size = UInt32(min(bytes.count, 65_535))
    let stored = Array(bytes.prefix(Int(size)))
    let checksum = UInt32(crc32(0, stored, size))
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(size, 2) + little(~size, 2) + stored
      + little(checksum, 4) + little(size, 4)
  }
}

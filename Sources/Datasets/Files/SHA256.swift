import CLibcrypto

/// SHA-256 as OpenSSL computes it, with the instructions that the processor has for it.
package enum SHA256 {
  /// The digest of `bytes` in 64 hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { hex(of: $0) }
  }

  /// The digest of `bytes` in 64 hexadecimal digits.
  package static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    var hasher = Hasher()
    hasher.update(bytes)
    return hexadecimal(hasher.finish())
  }

  /// The digest of `bytes` that only who has the key can make (HMAC, RFC 2104), in 64 hexadecimal digits.
  package static func hex(of bytes: UnsafeRawBufferPointer, key: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let made = HMAC(EVP_sha256(), key, Int32(key.count), start, bytes.count, &digest, nil)
    precondition(made != nil, "libcrypto has SHA-256 and the memory for it")
    return hexadecimal(digest)
  }

  /// The digest of a regular file's bytes as they lie there, in 64 hexadecimal digits.
  package static func hex(ofFile path: String) throws(DatasetError) -> String {
    let file = try OpenFile(path: path)
    var hasher = Hasher()
    var offset = 0
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try piece.withUnsafeMutableBufferPointer { buffer throws(DatasetError) in
        try file.read(into: UnsafeMutableRawBufferPointer(buffer), from: offset)
      }
      if count == 0 { return hexadecimal(hasher.finish()) }
      piece.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      offset += count
    }
  }

  /// Two hexadecimal digits for each byte.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// A digest of bytes that come piece by piece.
  struct Hasher: ~Copyable {
    private let context: OpaquePointer

    init() {
      guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
        preconditionFailure("libcrypto has SHA-256 and the memory for it")
      }
      self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      let updated = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
      precondition(updated == 1, "a digest takes bytes until it is finished")
    }

    /// The 32 bytes of the digest.
    consuming func finish() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: 32)
      let finished = EVP_DigestFinal_ex(context, &digest, nil)
      precondition(finished == 1, "a digest is finished once")
      return digest
    }
  }
}

package import Foundation

/// Values as property lists in their binary form, which is read in bounds whatever the bytes are; the others Foundation reads by recursion.
package enum BinaryPropertyList {
  private static let beginning = "bplist00"

  package static func encode(_ value: some Encodable) throws -> Data {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    return try encoder.encode(value)
  }

  /// The value that was encoded; nil when these bytes are none of that type.
  package static func value<Value: Decodable>(as type: Value.Type = Value.self, from bytes: Data) -> Value? {
    guard bytes.starts(with: beginning.utf8) else { return nil }
    return try? PropertyListDecoder().decode(type, from: bytes)
  }
}

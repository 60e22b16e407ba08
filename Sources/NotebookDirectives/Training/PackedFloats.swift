private import Foundation
private import SeededRandom

/// Numbers that are kept bit by bit, four bytes each, the lowest first; every NaN alike.
struct PackedFloats: Sendable, Hashable, Codable {
  let values: [Float]

  init(_ values: [Float]) {
    self.values = values
  }

  init(from decoder: any Decoder) throws {
    let data = try decoder.singleValueContainer().decode(Data.self)
    let words = [UInt32](unsafeUninitializedCapacity: data.count / 4) { buffer, initialized in
      initialized = data.copyBytes(to: buffer) / 4
    }
    values = words.map { Float(bitPattern: UInt32(littleEndian: $0)) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values.map { $0.canonicalBits.littleEndian }.withUnsafeBytes { Data($0) })
  }
}

/// What one number of an IDX file is; the raw value is the type's byte in the header.
enum IDXElement: UInt8, Sendable, CaseIterable {
  case unsignedByte = 0x08
  case signedByte = 0x09
  case short = 0x0B
  case int = 0x0C
  case float = 0x0D
  case double = 0x0E

  /// Bytes of one number.
  var size: Int {
    switch self {
    case .unsignedByte, .signedByte: 1
    case .short: 2
    case .int, .float: 4
    case .double: 8
    }
  }

  var isInteger: Bool { self != .float && self != .double }

  /// A whole number of this type from its bytes, the most significant first.
  func integer(_ bytes: UnsafeRawBufferPointer) -> Int {
    let bits = Self.bits(bytes)
    switch self {
    case .unsignedByte: return Int(bits)
    case .signedByte: return Int(Int8(truncatingIfNeeded: bits))
    case .short: return Int(Int16(truncatingIfNeeded: bits))
    default: return Int(Int32(truncatingIfNeeded: bits))
    }
  }

  /// A number of this type from its bytes, rounded to single precision.
  func number(_ bytes: UnsafeRawBufferPointer) -> Float {
    switch self {
    case .float: Float(bitPattern: UInt32(truncatingIfNeeded: Self.bits(bytes)))
    case .double: Float(Double(bitPattern: Self.bits(bytes)))
    default: Float(integer(bytes))
    }
  }

  private static func bits(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var bits: UInt64 = 0
    for byte in bytes { bits = bits << 8 | UInt64(byte) }
    return bits
  }
}

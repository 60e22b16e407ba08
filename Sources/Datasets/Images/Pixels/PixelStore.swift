/// The pixels of many images, one after the other.
enum PixelStore: Sendable {
  /// Grey values from 0 to 255.
  case bytes([UInt8])
  /// Numbers that are taken as they are.
  case numbers([Float])

  var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .numbers(let numbers): numbers.count
    }
  }

  var isGrey: Bool {
    if case .bytes = self { true } else { false }
  }

  /// The same pixels as numbers.
  var asNumbers: [Float] {
    switch self {
    case .bytes(let bytes): bytes.map { Float($0) }
    case .numbers(let numbers): numbers
    }
  }
}

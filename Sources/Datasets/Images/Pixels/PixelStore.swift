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

/// Gathers pixels as bytes for as long as every one is a grey value, from then on as numbers.
struct PixelGatherer {
  private(set) var pixels: PixelStore

  /// Begins with nothing.
  ///
  /// - Parameter isGrey: Whether the pixels may be grey values at all.
  init(isGrey: Bool) {
    pixels = isGrey ? .bytes([]) : .numbers([])
  }

  mutating func reserve(_ count: Int) {
    switch pixels {
    case .bytes(var bytes):
      pixels = .bytes([])
      bytes.reserveCapacity(count)
      pixels = .bytes(bytes)
    case .numbers(var numbers):
      pixels = .numbers([])
      numbers.reserveCapacity(count)
      pixels = .numbers(numbers)
    }
  }

  /// Appends whole numbers.
  mutating func append(_ integers: [Int]) {
    if case .bytes(var bytes) = pixels, integers.allSatisfy({ 0...255 ~= $0 }) {
      pixels = .bytes([])
      for integer in integers { bytes.append(UInt8(integer)) }
      pixels = .bytes(bytes)
    } else {
      append(integers.map { Float($0) })
    }
  }

  /// Appends numbers; whatever they are, none of the pixels is a grey value then.
  mutating func append(_ more: [Float]) {
    var numbers = pixels.asNumbers
    pixels = .numbers([])
    numbers += more
    pixels = .numbers(numbers)
  }
}

/// Gathers pixels as bytes for as long as every one is a grey value, from then on as numbers.
struct PixelGatherer {
  private var bytes: [UInt8] = []
  private var numbers: [Float]?

  /// Begins with nothing.
  ///
  /// - Parameter isGrey: Whether the pixels may be grey values at all.
  init(isGrey: Bool) {
    if !isGrey { numbers = [] }
  }

  var pixels: PixelStore { numbers.map { .numbers($0) } ?? .bytes(bytes) }

  var isGrey: Bool { numbers == nil }

  mutating func reserve(_ count: Int) {
    if isGrey { bytes.reserveCapacity(count) } else { numbers?.reserveCapacity(count) }
  }

  /// Appends grey values.
  mutating func append(_ more: [UInt8]) {
    if isGrey { bytes += more } else { numbers?.append(contentsOf: more.lazy.map { Float($0) }) }
  }

  /// Appends whole numbers.
  mutating func append(_ integers: [Int]) {
    guard isGrey, integers.allSatisfy({ 0...255 ~= $0 }) else { return append(integers.map { Float($0) }) }
    for integer in integers { bytes.append(UInt8(integer)) }
  }

  /// Appends numbers; whatever they are, none of the pixels is a grey value then.
  mutating func append(_ more: [Float]) {
    if isGrey {
      numbers = bytes.map { Float($0) }
      bytes = []
    }
    numbers?.append(contentsOf: more)
  }
}

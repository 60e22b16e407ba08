/// Tensors with their names in one file: the length of a header, the header in JSON, and the numbers.
///
/// The format is that of huggingface/safetensors, whose every check is made here. What its reader tolerates and this one does not: keys
/// besides the three of a tensor, and an empty tensor inside another.
package struct SafetensorsFile: Sendable {
  /// In the order of their bytes.
  package let tensors: [TensorInfo]
  package let metadata: [String: String]
  private let bytes: [UInt8]
  /// Where the numbers begin.
  private let dataStart: Int

  /// No header is longer; that of a network of a thousand layers takes a hundredth of it.
  package static let largestHeader = 1 << 24
  static let lengthBytes = 8

  /// Reads and checks a whole file.
  package init(_ bytes: [UInt8]) throws(SafetensorsProblem) {
    guard bytes.count >= Self.lengthBytes else { throw .noHeader(bytes: bytes.count) }
    let length = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= Self.largestHeader else { throw .headerTooLarge(bytes: length, limit: Self.largestHeader) }
    dataStart = Self.lengthBytes + Int(length)
    guard dataStart <= bytes.count else { throw .headerBeyondEnd(header: Int(length), file: bytes.count) }
    let header = try SafetensorsHeader(bytes[Self.lengthBytes..<dataStart])
    metadata = header.metadata
    tensors = try Self.checked(header.entries, data: bytes.count - dataStart)
    self.bytes = bytes
  }

  /// The tensors in the order of their bytes, each of which is in one tensor.
  private static func checked(
    _ entries: [SafetensorsHeader.Entry], data: Int
  ) throws(SafetensorsProblem) -> [TensorInfo] {
    var end = 0
    var tensors: [TensorInfo] = []
    for entry in entries.sorted(by: { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }) {
      let name = entry.name
      guard entry.end >= entry.begin else { throw .backwardOffsets(tensor: name) }
      guard entry.begin <= end else { throw .hole(tensor: name, from: end, to: entry.begin) }
      guard entry.begin == end else { throw .overlap(tensor: name, begin: entry.begin, previousEnd: end) }
      let size = try byteCount(of: entry)
      guard size == entry.end - entry.begin else {
        throw .otherSize(tensor: name, shape: size, offsets: entry.end - entry.begin)
      }
      guard entry.end <= data else { throw .offsetsBeyondEnd(tensor: name, end: entry.end, data: data) }
      end = entry.end
      tensors.append(
        TensorInfo(name: name, element: entry.element, shape: entry.shape, bytes: entry.begin..<entry.end))
    }
    guard end == data else { throw .trailingBytes(data - end) }
    return tensors
  }

  private static func byteCount(of entry: SafetensorsHeader.Entry) throws(SafetensorsProblem) -> Int {
    var bits = entry.element.bits
    for size in entry.shape {
      let (product, isTooLarge) = bits.multipliedReportingOverflow(by: size)
      guard !isTooLarge else { throw .shapeTooLarge(tensor: entry.name) }
      bits = product
    }
    guard bits % 8 == 0 else { throw .partOfByte(tensor: entry.name) }
    return bits / 8
  }

  /// The bytes that it takes in memory.
  package var size: Int { bytes.count }

  /// The numbers of a tensor of this file; nil where some are none of 32 bits.
  package func values(of tensor: TensorInfo) -> [Float]? {
    let range = dataStart + tensor.bytes.lowerBound..<dataStart + tensor.bytes.upperBound
    return bytes.withUnsafeBytes { bytes in
      let data = UnsafeRawBufferPointer(rebasing: bytes[range])
      func read<Bits: FixedWidthInteger>(_: Bits.Type, _ number: (Bits) -> Float) -> [Float] {
        (0..<data.count / MemoryLayout<Bits>.size).map {
          number(Bits(littleEndian: data.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Bits>.size, as: Bits.self)))
        }
      }
      return switch tensor.element {
      case .float32: read(UInt32.self) { Float(bitPattern: $0) }
      case .bfloat16: read(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
      case .float16: read(UInt16.self) { Float(halfBits: $0) }
      default: nil
      }
    }
  }
}

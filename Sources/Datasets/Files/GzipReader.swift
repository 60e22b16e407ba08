import CZlib

/// Decompresses a gzip file piece by piece: one member, or several one after the other.
struct GzipReader: ~Copyable {
  /// No deflate stream unpacks to more than this many times its size.
  static let largestRatio = 1032
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// On the heap, because zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var inputEnd = 0
  private var isBetweenMembers = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let windowBits: CInt = 15
    let gzipOnly: CInt = 16
    let status = inflateInit2_(stream, windowBits + gzipOnly, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib is the version it was compiled for and has the memory to start")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills `output` with the next uncompressed bytes of `file`, always the same one; fewer come only at its end.
  ///
  /// Reading past the last byte checks the checksum, and that nothing follows.
  mutating func read(
    into output: UnsafeMutableRawBufferPointer, from file: borrowing OpenFile
  ) throws(DatasetError) -> Int {
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_out = uInt(output.count)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 { try refill(from: file) }
      if stream.pointee.avail_in == 0 {
        guard isBetweenMembers else { throw DatasetError(file.path, .truncatedGzip, at: inputEnd) }
        break
      }
      if isBetweenMembers {
        guard stream.pointee.next_in.pointee == Self.magic[0] else {
          throw DatasetError(file.path, .bytesAfterGzip, at: inputOffset)
        }
        inflateReset(stream)
        isBetweenMembers = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK: continue
      case Z_STREAM_END: isBetweenMembers = true
      default:
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "not decodable"
        throw DatasetError(file.path, .damagedGzip(reason), at: inputOffset)
      }
    }
    return output.count - Int(stream.pointee.avail_out)
  }

  private var inputOffset: Int { inputEnd - Int(stream.pointee.avail_in) }

  private mutating func refill(from file: borrowing OpenFile) throws(DatasetError) {
    let count = try file.read(into: input, from: inputEnd)
    inputEnd += count
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_in = uInt(count)
  }
}

import CZlib

/// The gzip form of `bytes`, in one member.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  var stream = z_stream()
  let gzipFormat: CInt = 15 + 16
  let started = deflateInit2_(
    &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    CInt(MemoryLayout<z_stream>.size))
  guard started == Z_OK else { throw GzipFailure(status: started) }
  defer { deflateEnd(&stream) }

  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
  let status = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = uInt(output.count)
      return deflate(&stream, Z_FINISH)
    }
  }
  guard status == Z_STREAM_END else { throw GzipFailure(status: status) }
  return Array(output.prefix(Int(stream.total_out)))
}

struct GzipFailure: Error {
  let status: CInt
}

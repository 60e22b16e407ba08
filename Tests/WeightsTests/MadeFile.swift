/// The bytes of a safetensors file that is made up, right or not.
enum MadeFile {
  /// A header of any text before any data.
  static func bytes(_ header: some Sequence<UInt8>, data: Int = 0) -> [UInt8] {
    let header = Array(header)
    return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
      + Array(repeating: 0, count: data)
  }

  static func bytes(_ header: String, data: Int = 0) -> [UInt8] { bytes(header.utf8, data: data) }

  /// What a header says of a tensor.
  static func entry(_ name: String, _ element: String = "F32", shape: String, _ begin: String, _ end: String) -> String
  {
    "\"\(name)\":{\"dtype\":\"\(element)\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
  }
}

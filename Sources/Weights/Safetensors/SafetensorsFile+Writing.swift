import SeededRandom

extension SafetensorsFile {
  /// The bytes of a file, the same for the same tensors in any order.
  ///
  /// They are those that the reference writes: tensors in the order of their names, and blanks behind the header up to a multiple of
  /// eight. Texts stand in the order of their keys; what is no number is written as one and the same.
  ///
  /// - Parameters:
  ///   - tensors: What is written, each under a name of its own.
  ///   - metadata: Texts beside them.
  /// - Returns: The whole file.
  package static func bytes(of tensors: [Tensor], metadata: [String: String] = [:]) -> [UInt8] {
    let tensors = tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let header = header(of: infos(tensors.map { ($0.name, $0.shape) }), metadata: metadata)
    var bytes = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
    bytes.reserveCapacity(bytes.count + tensors.reduce(0) { $0 + $1.values.count * MemoryLayout<Float>.size })
    for tensor in tensors {
      for value in tensor.values {
        withUnsafeBytes(of: value.canonicalBits.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  /// How many bytes a file has.
  static func size(of tensors: [TensorInfo], metadata: [String: String]) -> Int {
    lengthBytes + header(of: tensors, metadata: metadata).count + (tensors.last?.bytes.upperBound ?? 0)
  }

  /// Where tensors of 32-bit numbers lie in a file that is written, in their order there.
  static func infos(_ tensors: [(name: String, shape: [Int])]) -> [TensorInfo] {
    precondition(Set(tensors.map(\.name)).count == tensors.count, "each tensor has a name of its own")
    var end = 0
    return tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { name, shape in
      let begin = end
      end += shape.reduce(1, *) * MemoryLayout<Float>.size
      return TensorInfo(name: name, element: .float32, shape: shape, bytes: begin..<end)
    }
  }

  private static func header(of tensors: [TensorInfo], metadata: [String: String]) -> [UInt8] {
    var entries: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }
      entries.append("\(quoted(SafetensorsHeader.metadataName)):{\(texts.joined(separator: ","))}")
    }
    for tensor in tensors {
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      entries.append(
        "\(quoted(tensor.name)):{\"dtype\":\"\(tensor.element.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(tensor.bytes.lowerBound),\(tensor.bytes.upperBound)]}")
    }
    let text = Array("{\(entries.joined(separator: ","))}".utf8)
    return text + Array(repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20:
        "\\u\(String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2))\(String(scalar.value, radix: 16))"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

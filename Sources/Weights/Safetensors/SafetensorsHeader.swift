/// The header of a file as it is written: what it says of each tensor, and texts beside them.
struct SafetensorsHeader {
  /// A tensor as it is written.
  struct Entry {
    let name: String
    let element: TensorElement
    let shape: [Int]
    let begin: Int
    let end: Int
  }

  /// In the order of the file.
  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]

  static let metadataName = "__metadata__"

  /// Reads the text of a header, of which nothing may be left over.
  init(_ bytes: ArraySlice<UInt8>) throws(SafetensorsProblem) {
    guard bytes.first == UInt8(ascii: "{") else { throw .headerIsNoObject }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .headerIsNoText }
    var json = HeaderJSON(bytes)
    try json.object { json, name throws(SafetensorsProblem) in
      if name == Self.metadataName {
        metadata = try json.texts()
      } else {
        entries.append(try Self.entry(name, &json))
      }
    }
    try json.end()
  }

  private static func entry(_ name: String, _ json: inout HeaderJSON) throws(SafetensorsProblem) -> Entry {
    var (element, shape, offsets): (String?, [Int]?, [Int]?) = (nil, nil, nil)
    try json.object { json, key throws(SafetensorsProblem) in
      switch key {
      case "dtype": element = try json.text()
      case "shape": shape = try json.sizes()
      case "data_offsets": offsets = try json.sizes()
      default: throw .unreadableEntry(name)
      }
    }
    guard let element, let shape, let offsets, offsets.count == 2 else { throw .unreadableEntry(name) }
    guard let known = TensorElement(rawValue: element) else { throw .unknownElement(tensor: name, element: element) }
    return Entry(name: name, element: known, shape: shape, begin: offsets[0], end: offsets[1])
  }
}

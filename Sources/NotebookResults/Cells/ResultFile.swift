private import Foundation

/// A file that a cell makes, which is put beside the page.
package struct ResultFile: Sendable, Hashable {
  /// One component of a path: no folder, nothing hidden, no page.
  package let name: String
  package let bytes: [UInt8]

  private static let longestName = 200

  /// A file under a name; nil when the name could lead anywhere but beside the page.
  package init?(name: String, bytes: [UInt8]) {
    guard Self.isName(name) else { return nil }
    self.name = name
    self.bytes = bytes
  }

  /// Whether a name leads to nothing but a file beside the page.
  package static func isName(_ name: String) -> Bool {
    let lowercased = name.lowercased()
    return !name.isEmpty && name.utf8.count <= longestName && !name.hasPrefix(".")
      && !lowercased.hasSuffix(".html") && !lowercased.hasSuffix(".htm")
      && name.unicodeScalars.allSatisfy { $0 != "/" && $0.properties.generalCategory != .control }
  }
}

extension ResultFile: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, bytes
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decode(String.self, forKey: .name)
    guard let file = ResultFile(name: name, bytes: Array(try container.decode(Data.self, forKey: .bytes))) else {
      throw DecodingError.dataCorruptedError(
        forKey: .name, in: container, debugDescription: "a file's name is one component of a path")
    }
    self = file
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(Data(bytes), forKey: .bytes)
  }
}

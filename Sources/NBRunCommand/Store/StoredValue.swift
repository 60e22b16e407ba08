import Foundation
import NotebookPlanning

/// How a stored value lies in a file: what it is, the digest of its bytes by the store's key, and the bytes.
enum StoredValue {
  /// Raised when what follows it is written another way; a reader of another version finds nothing in the file.
  static let version = 5

  /// What every file of a store begins with.
  static let mark = "nbrun-kept "
  static let digestLength = 64

  static func contents(_ value: some Encodable, key: StoreKey) throws -> Data {
    let payload = try BinaryPropertyList.encode(value)
    return Data("\(mark)\(version)\n\(key.digest(of: payload))\n".utf8) + payload
  }

  /// Reads a value back; what cannot be trusted is no value.
  static func value<Value: Decodable>(
    _: Value.Type, from contents: Data, key: StoreKey
  ) throws(StoreProblem) -> Value {
    guard contents.starts(with: mark.utf8), let newline = contents.firstIndex(of: 10) else { throw .foreign }
    let written = String(decoding: contents[contents.startIndex + mark.utf8.count..<newline], as: UTF8.self)
    guard let version = Int(written) else { throw .foreign }
    guard version == Self.version else { throw .otherVersion }
    let rest = contents[(newline + 1)...]
    let payload = rest.dropFirst(digestLength + 1)
    guard rest.count > digestLength, rest.prefix(digestLength).elementsEqual(key.digest(of: Data(payload)).utf8) else {
      throw .damaged
    }
    guard let value = BinaryPropertyList.value(as: Value.self, from: Data(payload)) else { throw .damaged }
    return value
  }
}

/// Why nothing was found in a file that lies where stored values do.
enum StoreProblem: Error {
  case foreign
  case otherVersion
  case damaged

  /// What the file is, as a phrase.
  var phrase: String {
    switch self {
    case .foreign: "is not one of nbrun's"
    case .otherVersion: "is of another version of nbrun"
    case .damaged: "is damaged"
    }
  }
}

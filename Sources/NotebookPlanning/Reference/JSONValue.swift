private import Foundation

/// A JSON value that is to be written.
enum JSONValue: Sendable, Encodable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number):
      // Whole numbers without a fraction, as every reader of schemas expects of counts.
      if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number) }
    case .flag(let flag): try container.encode(flag)
    case .list(let items): try container.encode(items)
    case .object(let entries): try container.encode(entries)
    }
  }

  /// The value as text, keys in alphabetical order.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }
}

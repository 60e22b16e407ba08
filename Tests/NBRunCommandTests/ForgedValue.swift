import Foundation
import SeededRandom

@testable import NBRunCommand

/// A stored value with wrong contents under a right digest, made by changing one place of its property list.
struct ForgedValue {
  /// The file's bytes.
  let contents: Data
  /// The way to the place, and what was done there.
  let description: String

  /// Forges a stored file with a key; nil when it is none.
  init?(_ original: Data, key: StoreKey, using random: inout RandomStream) {
    guard let start = Self.payload(of: original) else { return nil }
    var forger = Forger(random: random)
    let value = try? PropertyListSerialization.propertyList(from: original[start...], format: nil)
    guard let value, let payload = Forger.bytes(forger.forged(value)) else { return nil }
    random = forger.random
    description = forger.way.joined(separator: ".")
    contents = Data("\(StoredValue.mark)\(StoredValue.version)\n\(key.digest(of: payload))\n".utf8) + payload
  }

  /// Where the bytes begin that the digest is of.
  private static func payload(of contents: Data) -> Data.Index? {
    let newlines = contents.indices.filter { contents[$0] == 10 }.prefix(2)
    return newlines.count == 2 ? newlines[newlines.startIndex + 1] + 1 : nil
  }
}

/// Changes one place of a property list.
private struct Forger {
  var random: RandomStream
  var way: [String] = []

  static func bytes(_ value: Any) -> Data? {
    try? PropertyListSerialization.data(fromPropertyList: value, format: .binary, options: 0)
  }

  /// Goes down to a random place and changes what is there.
  mutating func forged(_ value: Any) -> Any {
    switch value {
    case let entries as [String: Any]:
      let keys = entries.keys.sorted()
      guard !keys.isEmpty, random.whole(below: 12) > 0 else { return changed(value) }
      let key = keys[random.whole(below: keys.count)]
      var entries = entries
      if let entry = entries[key] {
        way.append(key)
        entries[key] = forged(entry)
      }
      return entries
    case let items as [Any]:
      guard !items.isEmpty, random.whole(below: 4) > 0 else { return changed(value) }
      let place = random.whole(below: items.count)
      var items = items
      way.append("\(place)")
      items[place] = forged(items[place])
      return items
    case let data as Data:
      // A checkpoint is a property list within one.
      guard random.whole(below: 8) > 0, let inner = try? PropertyListSerialization.propertyList(from: data, format: nil)
      else { return changed(value) }
      way.append("inside")
      return Self.bytes(forged(inner)) ?? data
    default:
      return changed(value)
    }
  }

  private mutating func changed(_ value: Any) -> Any {
    let other = random.whole(below: 5) == 0 ? somethingElse() : sameKind(as: value)
    way.append("→ \("\(other)".prefix(40))")
    return other
  }

  private mutating func sameKind(as value: Any) -> Any {
    switch value {
    case let entries as [String: Any]:
      let keys = entries.keys.sorted()
      return entries.filter { $0.key != keys.first }
    case let items as [Any]: return length(of: items)
    case let data as Data:
      let noise = Data((0..<4).map { _ in UInt8(random.whole(below: 256)) })
      return [data.dropLast(4), data + noise, Data(), data.dropFirst(), Data(noise) + data.dropFirst(4)].map {
        Data($0)
      }[random.whole(below: 5)]
    case is String: return ["", "a", String(repeating: "9", count: 64), "../../x", "\u{0}"][random.whole(below: 5)]
    default: return number()
    }
  }

  private mutating func length(of items: [Any]) -> [Any] {
    switch random.whole(below: 4) {
    case 0: return []
    case 1: return Array(items.dropLast())
    case 2: return items + items.suffix(1)
    default: return items.reversed()
    }
  }

  private mutating func number() -> Any {
    let numbers: [Any] = [
      -1, 0, 1, 12, 255, 256, 1_000_000, Int(1) << 31, Int(1) << 62, Int.max, Int.max - 1, Int.min, Double.nan,
      Double.infinity, -Double.infinity, 1e308, -0.5, 1.5, Double.leastNonzeroMagnitude, UInt64.max,
    ]
    return numbers[random.whole(below: numbers.count)]
  }

  private mutating func somethingElse() -> Any {
    let values: [Any] = ["x", 7, true, Data([1, 2, 3]), [1, "a"], ["a": 1], Date(timeIntervalSince1970: 0), 2.5]
    return values[random.whole(below: values.count)]
  }
}

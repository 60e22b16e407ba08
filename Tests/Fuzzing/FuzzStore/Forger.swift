import Foundation
import FuzzSupport

/// Changes one place of a property list, as the fuzzer's choices say.
struct Forger {
  var input: FuzzInput

  static func bytes(_ value: Any) -> Data? {
    try? PropertyListSerialization.data(fromPropertyList: value, format: .binary, options: 0)
  }

  /// Goes down to a place and changes what is there.
  mutating func forged(_ value: Any) -> Any {
    switch value {
    case var entries as [String: Any]:
      let keys = entries.keys.sorted()
      guard !keys.isEmpty, input.whole(below: 12) > 0 else { return changed(value) }
      let key = input.pick(keys)
      entries[key] = entries[key].map { forged($0) }
      return entries
    case var items as [Any]:
      guard !items.isEmpty, input.whole(below: 4) > 0 else { return changed(value) }
      let place = input.whole(below: min(items.count, 65_536))
      items[place] = forged(items[place])
      return items
    case let data as Data:
      guard input.whole(below: 8) > 0, let inner = try? PropertyListSerialization.propertyList(from: data, format: nil)
      else { return changed(value) }
      return Self.bytes(forged(inner)) ?? data
    default: return changed(value)
    }
  }

  private mutating func changed(_ value: Any) -> Any {
    switch input.whole(below: 4) {
    case 0:
      return input.pick(["x", 7, true, Data([1, 2, 3]), [1, "a"], ["a": 1], Date(timeIntervalSince1970: 0), 2.5])
    case 1: return String(decoding: input.word(), as: UTF8.self)
    default: return sameKind(as: value)
    }
  }

  private mutating func sameKind(as value: Any) -> Any {
    switch value {
    case let entries as [String: Any]: return entries.filter { $0.key != entries.keys.min() }
    case let items as [Any]:
      return input.pick([[], Array(items.dropLast()), items + items.suffix(1), items.reversed()])
    case let data as Data:
      let noise = Data(input.word())
      return input.pick([data.dropLast(4), data + noise, Data(), Data(data.dropFirst()), noise + data.dropFirst(4)])
    case is String: return String(decoding: input.word(), as: UTF8.self)
    default:
      return input.pick(
        [
          -1, 0, 1, 12, 255, 256, 1_000_000, Int(1) << 31, Int(1) << 62, Int.max, Int.max - 1, Int.min, Double.nan,
          Double.infinity, 1e308, -0.5, 1.5, Double.leastNonzeroMagnitude, UInt64.max,
        ] as [Any])
    }
  }
}

import SeededRandom

/// Damages bytes in ways that files come to be damaged, or are made to be.
struct Mutation {
  private var random: RandomStream

  init(number: Int) {
    random = RandomStream(seed: 20, purpose: .tests, index: number)
  }

  /// A whole number from 0 on.
  mutating func whole(below bound: Int) -> Int { random.whole(below: bound) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[random.whole(below: choices.count)] }

  /// One to eight changes.
  mutating func damage(_ bytes: [UInt8], tokens: [String]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...whole(below: 8) { change(&bytes, tokens) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ tokens: [String]) {
    guard !bytes.isEmpty else {
      bytes = [UInt8](pick(tokens).utf8)
      return
    }
    let place = whole(below: bytes.count)
    let end = min(bytes.count, place + 1 + whole(below: 24))
    switch whole(below: 9) {
    case 0: bytes[place] ^= 1 << UInt8(whole(below: 8))
    case 1: bytes[place] = pick([0, 1, 3, 0x7F, 0x80, 0xFF, 0x0A, 0x2C])
    case 2: bytes[place] = UInt8(whole(below: 256))
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: whole(below: bytes.count))
    case 5: bytes.replaceSubrange(place..<end, with: pick(tokens).utf8)
    case 6: bytes.insert(contentsOf: pick(tokens).utf8, at: place)
    case 7: bytes.removeLast(bytes.count - place)
    default: header(&bytes)
    }
  }

  /// Changes one of the first bytes, where headers are.
  private mutating func header(_ bytes: inout [UInt8]) {
    let place = whole(below: min(bytes.count, 20))
    bytes[place] = pick([0, 1, 2, 4, 8, 9, 0x0B, 0x0C, 0x0D, 0x0E, 0x7F, 0x80, 0xFF])
  }
}

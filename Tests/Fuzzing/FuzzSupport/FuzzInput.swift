/// The bytes that a fuzzer gives, as a sequence of choices; after the last byte every choice is the first.
package struct FuzzInput {
  private var bytes: ArraySlice<UInt8>

  package init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    bytes = Array(UnsafeBufferPointer(start: start, count: count))[...]
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// Everything that is left.
  package var rest: [UInt8] { Array(bytes) }

  /// A whole number from 0 on, below at most 65,536.
  package mutating func whole(below bound: Int) -> Int {
    let low = Int(bytes.popFirst() ?? 0)
    return (bound > 256 ? low << 8 | Int(bytes.popFirst() ?? 0) : low) % bound
  }

  package mutating func pick<Element>(_ choices: [Element]) -> Element { choices[whole(below: choices.count)] }

  /// The bytes up to the next zero.
  package mutating func word() -> [UInt8] {
    let word = bytes.prefix { $0 != 0 }
    bytes = bytes.dropFirst(word.count + 1)
    return Array(word)
  }
}

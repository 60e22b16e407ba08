extension RandomStream {
  /// A uniform number in [0, 1) with 24 bits, exact in Float.
  package mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// A uniform number in [0, 1) with 53 bits.
  package mutating func uniformDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A uniform whole number in 0..<bound, without bias (Lemire's method).
  package mutating func whole(below bound: Int) -> Int {
    precondition(bound > 0, "a random whole number needs a positive bound")
    return Int(next(upperBound: UInt64(bound)))
  }

  /// A standard normal number by Marsaglia's polar method, from arithmetic that rounds alike on every machine.
  package mutating func normal() -> Double {
    while true {
      let x = 2 * uniformDouble() - 1
      let y = 2 * uniformDouble() - 1
      let square = x * x + y * y
      if square > 0 && square < 1 {
        return x * (-2 * PortableMath.log(square) / square).squareRoot()
      }
    }
  }

  /// The numbers 0..<count in random order (Fisher and Yates).
  package mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// Puts `order` in random order (Fisher and Yates, from the end).
  package mutating func shuffle(_ order: inout [Int]) {
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, whole(below: last + 1))
    }
  }
}

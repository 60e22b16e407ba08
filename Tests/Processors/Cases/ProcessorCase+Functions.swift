private import RecurrentEngine
private import SeededRandom

extension ProcessorCase {
  static var functions: [ProcessorCase] {
    [
      function("tanh") { ElementaryFunctions.tanh($0) },
      function("sigmoid") { ElementaryFunctions.sigmoid($0) },
      function("exp") { ElementaryFunctions.exp($0) },
      ProcessorCase(name: "log of 1048576 numbers in Double") { _ in
        var digest = Digest()
        // From the smallest normal number to infinity.
        let (first, end) = (Double.leastNormalMagnitude.bitPattern, Double.infinity.bitPattern)
        for index in 0..<UInt64(1 << 20) {
          digest.add(PortableMath.log(Double(bitPattern: first + index * ((end - first) >> 20) + index)))
        }
        return digest.value
      },
      ProcessorCase(name: "exp, sine and cosine of 131072 numbers in Double") { _ in
        var digest = Digest()
        for index in -(1 << 16)..<1 << 16 {
          digest.add(PortableMath.exp(Double(index) * 0x1p-7))
          let (sine, cosine) = PortableMath.sineCosine(Double(index) * 0.37)
          digest.add(sine)
          digest.add(cosine)
        }
        return digest.value
      },
      ProcessorCase(name: "random numbers: normal, uniform and a permutation") { _ in
        var stream = RandomStream(seed: 5, purpose: .tests, index: 3)
        var digest = Digest()
        for _ in 0..<1 << 14 {
          digest.add(stream.normal())
          digest.add([stream.uniform()])
        }
        for place in stream.permutation(1000) { digest.add(UInt32(place)) }
        return digest.value
      },
    ]
  }

  /// A function of every 4093rd pattern of bits; denormals and NaNs are among them.
  private static func function(
    _ name: String, _ function: @escaping @Sendable (Lanes) -> Lanes
  ) -> ProcessorCase {
    ProcessorCase(name: "\(name) of 1049360 patterns of Float") { _ in
      var digest = Digest()
      for start in stride(from: UInt64(0), to: 1 << 32, by: 16 * 4093) {
        var argument = Lanes()
        for lane in 0..<16 {
          argument[lane] = Float(bitPattern: UInt32(truncatingIfNeeded: start + UInt64(lane) * 4093))
        }
        let values = function(argument)
        for lane in 0..<16 { digest.add(values[lane].canonicalBits) }
      }
      return digest.value
    }
  }
}

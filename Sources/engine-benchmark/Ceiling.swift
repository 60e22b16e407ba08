import CVectorLanes
import Dispatch

/// The most single-precision fused multiply-adds that the machine does right now, two operations each.
enum Ceiling {
  /// Operations a second of so many threads at once, measured for some 30 milliseconds.
  static func measure(threads: Int) -> Double {
    let rounds = 10_000_000
    nonisolated(unsafe) let sums = UnsafeMutablePointer<Float>.allocate(capacity: threads)
    let start = Timing.now()
    DispatchQueue.concurrentPerform(iterations: threads) { sums[$0] = RegisterChains.sum(rounds) }
    let time = Timing.now() - start
    // Without a look at the sums there is nothing to compute.
    precondition((0..<threads).allSatisfy { sums[$0].isFinite })
    sums.deallocate()
    return Double(threads * rounds * RegisterChains.lanes * 2) / time
  }
}

/// Twelve chains of fused multiply-adds, a register of the machine each, none of which waits for another.
///
/// Two units with a latency of five want ten; with the factor and the addend, twelve still fit in sixteen registers.
private enum RegisterChains {
  private static let count = 12
  private static let isWide = LANES16_TILE_PANELS > 1
  static var lanes: Int { count * (isWide ? 16 : 8) }

  static func sum(_ rounds: Int) -> Float {
    isWide ? wide(rounds).sum() : narrow(rounds).sum()
  }

  private static func wide(_ rounds: Int) -> SIMD16<Float> {
    let (factor, addend) = (SIMD16<Float>(repeating: 0.9999), SIMD16<Float>(repeating: 1.0001))
    var sums = InlineArray<12, SIMD16<Float>> { addend + Float($0) }
    for _ in 0..<rounds {
      for chain in 0..<count { sums[chain] = lanes16_fma(sums[chain], factor, addend) }
    }
    return (1..<count).reduce(sums[0]) { $0 + sums[$1] }
  }

  private static func narrow(_ rounds: Int) -> SIMD8<Float> {
    let (factor, addend) = (SIMD8<Float>(repeating: 0.9999), SIMD8<Float>(repeating: 1.0001))
    var sums = InlineArray<12, SIMD8<Float>> { addend + Float($0) }
    for _ in 0..<rounds {
      for chain in 0..<count { sums[chain] = lanes8_fma(sums[chain], factor, addend) }
    }
    return (1..<count).reduce(sums[0]) { $0 + sums[$1] }
  }
}

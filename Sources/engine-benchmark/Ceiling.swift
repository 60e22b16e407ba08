import CVectorLanes
import Dispatch

/// The most single-precision fused multiply-adds that the machine does right now, two operations each.
enum Ceiling {
  /// Operations a second of so many threads at once.
  static func measure(threads: Int) -> Double {
    let rounds = 20_000_000
    let start = Timing.now()
    nonisolated(unsafe) let sums = UnsafeMutablePointer<SIMD16<Float>>.allocate(capacity: threads)
    DispatchQueue.concurrentPerform(iterations: threads) { sums[$0] = chains(rounds) }
    let time = Timing.now() - start
    // Without a look at the sums there is nothing to compute.
    precondition((0..<threads).allSatisfy { sums[$0][0].isFinite })
    sums.deallocate()
    return Double(threads * rounds * lanesOfRound * 2) / time
  }

  /// Chains that do not wait for each other: enough to hide the latency, few enough to stay in registers.
  private static let chainCount = 6
  private static let lanesOfRound = 2 * chainCount * 16

  private static func chains(_ rounds: Int) -> SIMD16<Float> {
    let factor = SIMD16<Float>(repeating: 0.9999)
    let addend = SIMD16<Float>(repeating: 1.0001)
    var (a, b, c) = (addend, factor, addend + factor)
    var (d, e, f) = (a + 1, b + 1, c + 1)
    for _ in 0..<2 * rounds {
      a = lanes16_fma(a, factor, addend)
      b = lanes16_fma(b, factor, addend)
      c = lanes16_fma(c, factor, addend)
      d = lanes16_fma(d, factor, addend)
      e = lanes16_fma(e, factor, addend)
      f = lanes16_fma(f, factor, addend)
    }
    return a + b + c + d + e + f
  }
}

/// How the rows of a batch are spread over slabs of memory, and over threads.
///
/// A round of rows goes forwards, backwards and into the gradient before the next takes its place, so that what it leaves behind is still in
/// the caches when the gradient asks for it. Slabs hold whole chains of 32 rows, so that rounds show in no bit.
struct SlabPlan {
  /// The share of the caches that each thread is taken to have, in bytes.
  private static let cacheBytes = 4.0 * Double(1 << 20)

  /// The rows of a slab.
  let slabRows: Int
  let slabs: Int

  init(_ network: Network, capacity: Int, threads: Int) {
    let chain = WeightGradient.chainRows
    let rowBytes = network.rowBytes
    let chains = (capacity + chain - 1) / chain
    let chainsInCache = max(1, Int(min(Self.cacheBytes / rowBytes, 1e6)) / chain)
    if chainsInCache * threads >= chains && chains <= GradientWork.chains {
      (slabRows, slabs) = (capacity, 1)
    } else {
      let slabs = min(threads, chains, GradientWork.chains)
      slabRows = max(1, min(chainsInCache, GradientWork.chains / slabs)) * chain
      self.slabs = slabs
    }
  }

  /// The rows that are worked on at once, of some of a batch that begin with a chain.
  func rounds(of rows: Range<Int>) -> [Range<Int>] {
    let size = slabRows * slabs
    return stride(from: rows.lowerBound, to: rows.upperBound, by: size).map { $0..<min($0 + size, rows.upperBound) }
  }

  /// Adjacent rows of a batch in one slab, and the row of the batch that the slab begins with.
  struct Piece {
    let slab: Int
    let rows: Range<Int>
    let start: Int
  }

  /// The pieces of a round that fall to one of several threads, all of which have as many rows.
  func pieces(of round: Range<Int>, thread: Int, threads: Int) -> [Piece] {
    let share =
      round.lowerBound + round.count * thread / threads..<round.lowerBound + round.count * (thread + 1) / threads
    return (0..<slabs).compactMap { slab in
      let start = round.lowerBound + slab * slabRows
      let rows = share.clamped(to: start..<start + slabRows)
      return rows.isEmpty
        ? nil : Piece(slab: slab, rows: rows.lowerBound - start..<rows.upperBound - start, start: start)
    }
  }
}

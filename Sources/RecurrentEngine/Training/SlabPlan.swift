/// How the rows of a batch are spread over slabs of memory, and over threads.
///
/// In a training a round of rows goes forwards, backwards and into the gradient before the next takes its place, so that what it leaves behind
/// is still in the caches when the gradient asks for it. Slabs hold whole chains of 32 rows, so that rounds show in no bit. In an evaluation
/// each thread takes its rows through places of its own.
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
    stride(from: rows.lowerBound, to: rows.upperBound, by: room).map { $0..<min($0 + room, rows.upperBound) }
  }

  /// Adjacent rows of a batch in one slab, and the row of the batch that the slab begins with.
  struct Piece {
    let slab: Int
    let rows: Range<Int>
    let start: Int
  }

  /// One of several threads, which have as many rows each, or one more.
  struct Sharer {
    let thread: Int
    let threads: Int

    func share(of count: Int) -> Range<Int> { count * thread / threads..<count * (thread + 1) / threads }
  }

  /// The pieces of a round that fall to one of several threads.
  func pieces(of round: Range<Int>, for sharer: Sharer) -> [Piece] {
    let places = sharer.share(of: round.count)
    return pieces(at: places, from: round.lowerBound + places.lowerBound)
  }

  /// The pieces of rows that fall to one of several threads where nothing of a row is asked for later: each thread takes its rows through places
  /// of its own, as many at once as those are, and waits for nobody.
  func passingPieces(of rows: Range<Int>, for sharer: Sharer) -> [Piece] {
    let (own, places) = (sharer.share(of: rows.count), sharer.share(of: min(room, rows.count)))
    return stride(from: own.lowerBound, to: own.upperBound, by: places.count).flatMap { row in
      pieces(at: places.prefix(own.upperBound - row), from: rows.lowerBound + row)
    }
  }

  /// The rows that all slabs have room for.
  var room: Int { slabRows * slabs }

  /// The rows from one of them on, at these places of all slabs' rows.
  private func pieces(at places: Range<Int>, from row: Int) -> [Piece] {
    (0..<slabs).compactMap { slab in
      let first = slab * slabRows
      let rows = places.clamped(to: first..<first + slabRows)
      return rows.isEmpty
        ? nil
        : Piece(
          slab: slab, rows: rows.lowerBound - first..<rows.upperBound - first, start: row - places.lowerBound + first)
    }
  }
}

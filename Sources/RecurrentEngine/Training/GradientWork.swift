/// The sums of the gradient over the rows of a batch, chain by chain, in parts that any thread may do.
///
/// Parts are in the order of the rows, so that a thread has most of those whose rows it has taken forwards and backwards itself.
package struct GradientWork {
  /// The most chains of rows whose sums there is room for.
  package static let chains = 16

  /// The gradients of the rows of each slab; all slabs have the same.
  private let slabs: [[ParameterGradient]]
  /// The sums of each chain, one gradient's after the other's.
  private let sums: UnsafeMutablePointer<Float>
  /// Where the sums of each gradient begin among those of a chain.
  private let places: [Int]
  /// The floats of the sums of a chain.
  let chainStride: Int

  /// The parts in which the sums of chains are added to the gradient.
  let additions: [Addition]

  private var gradients: [ParameterGradient] { slabs[0] }

  /// Some blocks of a gradient.
  typealias Addition = (gradient: Int, blocks: Range<Int>)

  /// Some blocks of a gradient, summed up over the rows of one chain, which lie in a slab.
  struct Part {
    let gradient: Int
    let blocks: Range<Int>
    let slab: Int
    let rows: Range<Int>
    let chain: Int
  }

  /// The sums of so many rows at once, which lie in slabs.
  init(_ slabs: [[ParameterGradient]], rows: Int, arena: Arena) {
    self.slabs = slabs
    let gradients = slabs[0]
    var place = 0
    var places: [Int] = []
    for gradient in gradients {
      places.append(place)
      place += gradient.sumCount
    }
    self.places = places
    chainStride = place
    additions = Self.additions(gradients)
    sums = arena.floats(Self.chains(of: rows) * chainStride)
  }

  /// How many chains so many rows are, as far as there is room.
  static func chains(of rows: Int) -> Int {
    min((rows + WeightGradient.chainRows - 1) / WeightGradient.chainRows, chains)
  }

  /// Parts, and the part behind the last of each thread's share of them.
  typealias Shares = (parts: [Part], ends: [Int])

  /// The parts of the first rows of the slabs, each of which has room for `slabRows`, for so many threads.
  func shares(rows: Int, slabRows: Int, threads: Int) -> Shares {
    // Where parts of the largest size cannot be dealt out evenly, smaller ones can be.
    var best: (shares: Shares, imbalance: Double) = (([], []), .infinity)
    for division in 1...(threads == 1 ? 1 : 4) where best.imbalance > 1.04 {
      let parts = parts(rows: rows, slabRows: slabRows, division: division)
      let (ends, imbalance) = deal(parts, threads: threads)
      if imbalance < best.imbalance - 0.02 { best = ((parts, ends), imbalance) }
    }
    return best.shares
  }

  private func parts(rows: Int, slabRows: Int, division: Int) -> [Part] {
    var parts: [Part] = []
    for (chain, start) in stride(from: 0, to: rows, by: WeightGradient.chainRows).enumerated() {
      let (slab, first) = start.quotientAndRemainder(dividingBy: slabRows)
      let chainRows = first..<first + min(WeightGradient.chainRows, rows - start)
      for (index, gradient) in gradients.enumerated() {
        let fewest = (gradient.blocks + gradient.blocksAtOnce - 1) / gradient.blocksAtOnce
        let count = min(fewest * division, gradient.blocks)
        for part in 0..<count {
          let blocks = gradient.blocks * part / count..<gradient.blocks * (part + 1) / count
          parts.append(Part(gradient: index, blocks: blocks, slab: slab, rows: chainRows, chain: chain))
        }
      }
    }
    return parts
  }

  /// Deals out parts in their order, as evenly as may be: the end of each thread's share, and how much more the one with the largest has to do
  /// than it would if all had the same.
  private func deal(_ parts: [Part], threads: Int) -> (ends: [Int], imbalance: Double) {
    let work = parts.map { part in
      gradients[part.gradient].work * part.blocks.count * part.rows.count
    }
    let whole = work.reduce(0, +)
    var (ends, largest) = ([Int](), 0)
    var (part, done) = (0, 0)
    for thread in 1...threads {
      let start = done
      // A part goes to the thread that has the larger half of it.
      while part < work.count && (thread == threads || (2 * done + work[part]) * threads <= 2 * whole * thread) {
        done += work[part]
        part += 1
      }
      ends.append(part)
      largest = max(largest, done - start)
    }
    return (ends, Double(largest * threads) / Double(max(whole, 1)))
  }

  /// Sums up one part of rows, the first of which are a chain of this number.
  func sum(_ part: Part, from chain: Int, carriesState: Bool) {
    let sums = sums + (chain + part.chain) * chainStride + places[part.gradient]
    slabs[part.slab][part.gradient].sum(part.blocks, part.rows, carriesState, sums)
  }

  /// The parts in which sums are added to the gradient.
  private static func additions(_ gradients: [ParameterGradient]) -> [Addition] {
    let blocksAtOnce = 4
    return gradients.indices.flatMap { index in
      let blocks = gradients[index].blocks
      return stride(from: 0, to: blocks, by: blocksAtOnce).map {
        (gradient: index, blocks: $0..<min($0 + blocksAtOnce, blocks))
      }
    }
  }

  /// Adds the sums of so many chains in ascending order, onto what stands there or in its place.
  func add(
    _ addition: Addition, chains: Int, to flat: UnsafeMutablePointer<Float>,
    continuesSums: Bool
  ) {
    for chain in 0..<chains {
      add(addition, of: sums + chain * chainStride, to: flat, isFirst: chain == 0 && !continuesSums)
    }
  }

  /// Adds sums that lie as those of a chain to the gradient, or writes them if they are the first.
  func add(_ addition: Addition, of sums: UnsafePointer<Float>, to flat: UnsafeMutablePointer<Float>, isFirst: Bool) {
    gradients[addition.gradient].add(addition.blocks, sums + places[addition.gradient], flat, isFirst)
  }

  /// Adjacent sums, cut into as many as a thread adds in one go.
  static func parts(of range: Range<Int>) -> [Range<Int>] {
    let size = 512 * PanelMatrix.width
    return stride(from: range.lowerBound, to: range.upperBound, by: size).map { $0..<min($0 + size, range.upperBound) }
  }

  /// Adds some sums of so many chains in ascending order, as they lie, onto what stands there or in its place.
  func add(_ range: Range<Int>, chains: Int, onto running: UnsafeMutablePointer<Float>, continuesSums: Bool) {
    let width = PanelMatrix.width
    for place in stride(from: range.lowerBound, to: range.upperBound, by: width) {
      for chain in 0..<chains {
        (running + place).takeSums(
          sums + chain * chainStride + place, count: width, isFirst: chain == 0 && !continuesSums)
      }
    }
  }
}

/// Some rows of a batch that ranks work on at once, and the order in which the sums of their gradient go from one to the next.
///
/// Rows are dealt out in whole chains of 32, ascending, so that sums which every rank goes on with are added as one process adds them.
struct RankWave {
  /// The ranks that have rows, in the order of their rows.
  let ranks: [Int]
  /// The rows of each of them.
  let rows: [Range<Int>]

  /// The waves of a batch, in which no rank has more than `most` chains.
  ///
  /// Every other one goes from the last rank to the first, so that who ends one, and has the sums, begins the next.
  static func waves(rows: Int, size: Int, most: Int) -> [RankWave] {
    let chainRows = WeightGradient.chainRows
    let chains = (rows + chainRows - 1) / chainRows
    let count = max(1, (chains + most * size - 1) / (most * size))
    return (0..<count).map { wave in
      let (first, end) = (chains * wave / count, chains * (wave + 1) / count)
      let sharing = min(size, end - first)
      let shares = (0..<sharing).map { place in
        (first + (end - first) * place / sharing)
          * chainRows..<min((first + (end - first) * (place + 1) / sharing) * chainRows, rows)
      }
      return RankWave(ranks: wave % 2 == 0 ? Array(0..<sharing) : (0..<sharing).reversed(), rows: shares)
    }
  }

  /// The most rows that one of so many ranks has in a wave of any batch of up to so many.
  static func mostRows(of rows: Int, size: Int, most: Int) -> Int {
    let chainRows = WeightGradient.chainRows
    let chains = (rows + chainRows - 1) / chainRows
    return min((chains + size - 1) / size, most) * chainRows
  }

  /// The place of a rank in the order; nil where it has no rows.
  func place(of rank: Int) -> Int? { ranks.firstIndex(of: rank) }
}

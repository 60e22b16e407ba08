/// How many insertions, deletions, substitutions and swaps of neighbours turn one word into others.
struct EditDistance {
  private let word: [UInt8]
  private let letters: UInt64
  /// Rows of the table of distances between beginnings: the one at hand and the two before it.
  private var rows: (current: [Int], last: [Int], beforeLast: [Int]) = ([], [], [])

  init(from word: [UInt8]) {
    self.word = word
    letters = Self.letters(word)
  }

  /// The number of edits to another word; nil when it is more than `most`.
  mutating func callAsFunction(to other: [UInt8], atMost most: Int) -> Int? {
    guard abs(other.count - word.count) <= most else { return nil }
    // An edit brings in or removes one letter.
    let others = Self.letters(other)
    guard max((letters & ~others).nonzeroBitCount, (others & ~letters).nonzeroBitCount) <= most else { return nil }
    rows.last = Array(0...other.count)
    rows.current = rows.last
    rows.beforeLast = rows.last
    var leastOfLast = 0
    for (row, letter) in word.enumerated() {
      rows.current[0] = row + 1
      var least = row + 1
      for (column, another) in other.enumerated() {
        var edits = min(
          rows.last[column + 1] + 1, rows.current[column] + 1, rows.last[column] + (letter == another ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], word[row - 1] == another {
          edits = min(edits, rows.beforeLast[column - 1] + 1)
        }
        rows.current[column + 1] = edits
        least = min(least, edits)
      }
      if min(least, leastOfLast) > most { return nil }
      leastOfLast = least
      rows = (current: rows.beforeLast, last: rows.current, beforeLast: rows.last)
    }
    return rows.last[other.count] <= most ? rows.last[other.count] : nil
  }

  /// Which letters a word has, several that share a bit counting as one.
  private static func letters(_ word: [UInt8]) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}

/// Finds what a misspelt word was meant to be.
package enum Spelling {
  /// Of more words than these none is looked for: the work for a word stays the same however long a notebook is.
  private static let mostCandidates = 200

  /// `did you mean '…'?` for the nearest candidate, or what there is to choose from when none is near.
  package static func suggestion(for word: String, among candidates: some Collection<String>) -> String? {
    if let nearest = nearest(to: word, among: candidates) { return "did you mean '\(nearest)'?" }
    guard !candidates.isEmpty, candidates.count <= 20 else { return nil }
    return "there is \(list(candidates.sorted()))"
  }

  /// The candidate within a third of the word's length of edits, if any.
  package static func nearest(to word: String, among candidates: some Collection<String>) -> String? {
    guard candidates.count <= mostCandidates, word.utf8.count <= 80 else { return nil }
    let known = Array(word.lowercased().utf8)
    let most = max(1, known.count / 3)
    let ranked = candidates.compactMap { candidate -> (candidate: String, distance: Int)? in
      let other = Array(candidate.lowercased().utf8)
      return abs(other.count - known.count) <= most ? (candidate, distance(known, other)) : nil
    }
    guard let best = ranked.min(by: { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }) else { return nil }
    return best.distance <= most ? best.candidate : nil
  }

  /// The words in quotes, joined as in a sentence.
  package static func list(_ words: some Sequence<String>, conjunction: String = "and") -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}

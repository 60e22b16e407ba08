/// Finds what a misspelt word was meant to be.
package enum Spelling {
  /// Of more words than these none is looked for: the work for a word stays the same however long a notebook is.
  private static let mostCandidates = 200
  private static let longestWord = 80

  /// `did you mean '…'?` for the nearest candidate, or what there is to choose from when none is near.
  package static func suggestion(for word: String, among candidates: some Collection<String>) -> Suggestion? {
    if let meant = meant(by: word, among: candidates) { return meant }
    guard !candidates.isEmpty, candidates.count <= 20 else { return nil }
    return "there is \(list(candidates.sorted()))"
  }

  /// `did you mean '…'?` for the nearest candidate, if any.
  package static func meant(by word: String, among candidates: some Collection<String>) -> Suggestion? {
    nearest(to: word, among: candidates).map { nearest in
      let suggestion = Suggestion(meaning: nearest, by: word)
      // A name out of a file may be one that a notebook has to put in quotes.
      return nearest.unicodeScalars.allSatisfy(\.isPartOfWord) ? suggestion : suggestion.withoutCorrection
    }
  }

  /// The candidate within a third of the word's length of edits, if any; the first in the alphabet of those that are as near.
  package static func nearest(to word: String, among candidates: some Collection<String>) -> String? {
    guard candidates.count <= mostCandidates, word.utf8.count <= longestWord else { return nil }
    var distance = EditDistance(from: Array(word.lowercased().utf8))
    var best: (distance: Int, candidate: String) = (max(1, word.utf8.count / 3), "")
    var found: String?
    for candidate in candidates where abs(candidate.utf8.count - word.utf8.count) <= best.distance {
      guard let edits = distance(to: Array(candidate.lowercased().utf8), atMost: best.distance) else { continue }
      if found == nil || (edits, candidate) < best { (best, found) = ((edits, candidate), candidate) }
    }
    return found
  }

  /// The words in quotes, joined as in a sentence.
  package static func list(_ words: some Sequence<String>, conjunction: String = "and") -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

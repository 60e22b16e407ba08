/// What would put something right that is wrong in a notebook.
package struct Suggestion: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// Words as they are written, and those that were meant.
  package struct Correction: Sendable, Hashable {
    package let written: String
    package let meant: String
  }

  /// As it is said, such as `did you mean 'units'?`.
  package let phrase: String
  /// What to write in place of what; nil where that is not known, or is for the author to choose.
  package let correction: Correction?

  package init(_ phrase: String) { self.init(phrase, correction: nil) }

  package init(stringLiteral phrase: String) { self.init(phrase) }

  /// Asks whether another word was meant.
  package init(meaning meant: String, by written: String) {
    self.init("did you mean '\(meant)'?", correction: Correction(written: written, meant: meant))
  }

  /// Says what to write in place of something, in these words or as `write '…'`.
  package init(_ phrase: String? = nil, writing meant: String, for written: String) {
    self.init(phrase ?? "write '\(meant)'", correction: Correction(written: written, meant: meant))
  }

  private init(_ phrase: String, correction: Correction?) {
    self.phrase = phrase
    self.correction = correction
  }

  package var description: String { phrase }

  /// The same where something stands before the words, by which they are told from others.
  package func behind(_ beginning: String) -> Suggestion {
    Suggestion(
      phrase,
      correction: correction.map {
        Correction(written: beginning + $0.written, meant: beginning + $0.meant)
      })
  }

  /// The same for somebody else to write.
  package var withoutCorrection: Suggestion { Suggestion(phrase) }
}

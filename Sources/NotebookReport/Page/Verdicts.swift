import NotebookResults

/// How many of the comparisons and expectations of a run hold.
struct Verdicts {
  struct Phrase: Sendable, Hashable {
    let text: String
    let isGood: Bool
  }

  private(set) var comparisons = Count()
  private(set) var expectations = Count()

  struct Count {
    var held = 0
    var all = 0

    /// Takes in a verdict; one that could not be reached counts as none.
    mutating func add(_ holds: Bool?) {
      guard let holds else { return }
      all += 1
      held += holds ? 1 : 0
    }
  }

  init(_ report: RunReport) {
    for case .finished(let result) in report.cells {
      for expectation in result.expectations { expectations.add(expectation.outcome.holds) }
      for case .comparison(let comparison) in result.outputs {
        for row in comparison.rows { comparisons.add(row.verdict.holds) }
      }
    }
  }

  /// `12 of 12 comparisons hold`; nothing of what there is none of.
  func phrases(in words: Phrases) -> [Phrase] {
    [(comparisons, words.comparisonsHold), (expectations, words.expectationsHold)].filter { $0.0.all > 0 }.map {
      count, phrase in
      Phrase(text: words.count(count.held, of: count.all, phrase), isGood: count.held == count.all)
    }
  }
}

extension ExpectationResult.Outcome {
  /// Nil where it was not checked.
  fileprivate var holds: Bool? {
    switch self {
    case .held: true
    case .failed: false
    case .notChecked: nil
    }
  }
}

extension Comparison.Verdict {
  /// Nil where nothing can be compared.
  fileprivate var holds: Bool? {
    switch self {
    case .holds: true
    case .differs: false
    case .notComparable: nil
    }
  }
}

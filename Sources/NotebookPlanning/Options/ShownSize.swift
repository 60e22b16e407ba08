/// How much cells show of what has no bound of its own, known before anything runs.
package struct ShownSize: Sendable, Hashable {
  /// Points of charts.
  package var points = 0
  /// Rows of comparisons.
  package var rows = 0
  /// Characters of texts.
  package var characters = 0

  package init(points: Int = 0, rows: Int = 0, characters: Int = 0) {
    self.points = points
    self.rows = rows
    self.characters = characters
  }

  mutating func add(_ other: ShownSize) {
    points = Self.sum(points, other.points)
    rows = Self.sum(rows, other.rows)
    characters = Self.sum(characters, other.characters)
  }

  /// What is more than a notebook may show, with the sum; nil when nothing is.
  var problem: String? {
    if points > NotebookLimits.points {
      return "the charts of a notebook draw at most \(NotebookLimits.points) points, and those down to here \(points)"
    }
    if rows > NotebookLimits.rows {
      return
        "the comparisons of a notebook have at most \(NotebookLimits.rows) rows, and those down to here \(rows)"
    }
    if characters > NotebookLimits.characters {
      return
        "the texts that a notebook generates have at most \(NotebookLimits.characters) characters, "
        + "and those down to here \(characters)"
    }
    return nil
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooMuch) = left.addingReportingOverflow(right)
    return isTooMuch ? .max : sum
  }
}

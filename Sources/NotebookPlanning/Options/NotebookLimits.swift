/// The most of everything that a notebook may have; what lies beyond is refused before anything is worked out.
package enum NotebookLimits {
  package static let cells = 2500
  /// Numbers that the text names.
  package static let references = 100_000
  package static let parameters = 1000
  /// Cells that train one model, each of which draws examples in an order of its own; there are so many orders.
  package static let trainings = 2048
  /// Characters of any text that an option takes, which a page may show again and again.
  package static let textLength = 1000
  /// Points that charts draw and rows that comparisons have, each of which takes half a kilobyte or more as a page is made.
  package static let points = 200_000
  package static let rows = 10_000
  /// Points of one sweep, and cells that all sweeps go through, each counted once a point.
  package static let sweptPoints = 1000
  package static let sweptCells = 10_000
  /// Keys and values of a cell that make it count for one more where it is planned again for each point.
  static let sweptKeys = 50
  /// Characters of the names of all numbers that a sweep leaves behind, each of which has the settings of its point.
  package static let sweptNames = 2_000_000
  /// Keys and values that cells take over from others.
  static let takenOver = 100_000
  /// Characters of texts that are generated.
  package static let characters = 200_000
  /// Wrong names of one cell, or of the text, for which what was meant is looked for.
  static let guesses = 1000
  /// Bytes that data sets and models may take together, each of equal ones counted once.
  package static let memory = 4_000_000_000
}

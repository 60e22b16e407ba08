/// How a table is cut into windows: T lines that are read, and what is told of lines that lie ahead of them.
///
/// With T = 3 and one line ahead, told once (a window for each line that is told) and at each step (each line told in one window):
///
///     lines   0 1 2 3 4 5 6          lines   0 1 2 3 4 5 6
///     read    r r r t                read    r r r
///               r r r t              told      t t t
///                 r r r t            read          r r r
///                   r r r t          told            t t t
///
/// A part is the lines that are told in it. What is read may lie before it, so that no line of a later part is ever read or told in an
/// earlier one, and every line of a part is told whose window is there.
package struct SeriesWindows: Sendable, Hashable {
  /// The lines that are read (T).
  package let steps: Int
  /// How many lines after a step its number stands.
  package let ahead: Int
  package let told: ExampleShape.Moment

  package init(steps: Int, ahead: Int, told: ExampleShape.Moment) {
    precondition(steps > 0 && ahead > 0, "a window reads a line at least and tells one that is not yet read")
    self.steps = steps
    self.ahead = ahead
    self.told = told
  }

  /// The lines from the first that is read to the first that is told.
  package var lead: Int { told == .once ? steps - 1 + ahead : ahead }

  /// The lines from one window to the next.
  package var stride: Int { told == .once ? 1 : steps }

  /// How many windows a part has.
  package func count(in part: Range<Int>) -> Int { max(0, part.upperBound - firstTold(in: part)) / stride }

  /// The first line that a window of a part reads.
  func firstLine(of window: Int, in part: Range<Int>) -> Int { firstTold(in: part) + window * stride - lead }

  private func firstTold(in part: Range<Int>) -> Int { max(part.lowerBound, lead) }
}

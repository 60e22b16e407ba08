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
/// earlier one, and every line of a part is told whose window is there, unless the windows stand further apart.
package struct SeriesWindows: Sendable, Hashable {
  /// The lines that are read (T).
  package let steps: Int
  /// How many lines after a step its number stands.
  package let ahead: Int
  package let told: ExampleShape.Moment
  /// The lines from one window to the next.
  package let stride: Int

  /// - Parameters:
  ///   - steps: The lines that are read.
  ///   - ahead: How many lines after a step its number stands.
  ///   - told: Whether that is told once or at each step.
  ///   - stride: The lines from one window to the next; nil for as many as are told in one, so that each line is told once.
  package init(steps: Int, ahead: Int, told: ExampleShape.Moment, stride: Int? = nil) {
    precondition(steps > 0 && ahead > 0, "a window reads a line at least and tells one that is not yet read")
    precondition(stride ?? 1 > 0, "the next window begins after this one")
    self.steps = steps
    self.ahead = ahead
    self.told = told
    self.stride = stride ?? (told == .once ? 1 : steps)
  }

  /// The lines from the first that is read to the first that is told.
  package var lead: Int { told == .once ? steps - 1 + ahead : ahead }

  /// The lines that are told in a window.
  private var toldLines: Int { told == .once ? 1 : steps }

  /// How many windows a part has.
  package func count(in part: Range<Int>) -> Int {
    let lines = part.upperBound - firstTold(in: part)
    return lines < toldLines ? 0 : (lines - toldLines) / stride + 1
  }

  /// The first line that a window of a part reads.
  func firstLine(of window: Int, in part: Range<Int>) -> Int { firstTold(in: part) + window * stride - lead }

  private func firstTold(in part: Range<Int>) -> Int { max(part.lowerBound, lead) }
}

/// How the sources of a page's cells are shown at first.
package enum SourceForm: String, Sendable, Hashable, CaseIterable {
  case open
  /// As one line that opens.
  case folded
}

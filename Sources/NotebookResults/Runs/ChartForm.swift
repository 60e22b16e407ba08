/// How the charts of a page are shown.
package enum ChartForm: String, Sendable, Hashable, CaseIterable {
  /// In characters.
  case text
  /// As SVG.
  case svg
  /// Both, one below the other.
  case both
}

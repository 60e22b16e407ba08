import ArgumentParser

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
  /// A bar on a terminal, plain lines elsewhere.
  case auto
  /// Lines, at most one a second for a cell.
  case plain
  /// One JSON object a line.
  case json
  case none
}

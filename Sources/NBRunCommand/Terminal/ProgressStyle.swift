import ArgumentParser

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
  case auto
  case plain
  case json
  case none

  static let allValueDescriptions = [
    "auto": "A bar on a terminal, lines elsewhere.", "plain": "Lines, at most one a second for a cell.",
    "json": "A JSON object a line, for programs.", "none": "Not at all.",
  ]
}

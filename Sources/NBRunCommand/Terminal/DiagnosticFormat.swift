import ArgumentParser

/// How what is wrong in notebooks is told.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
  case full
  case short
  case json

  static let allValueDescriptions = [
    "full": "With the line of the notebook and what is wrong in it underlined.",
    "short": "A line each, as editors and problem matchers read it.", "json": "A JSON object a line, for programs.",
  ]
}

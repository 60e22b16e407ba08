import ArgumentParser

/// How what is wrong in notebooks is told.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
  /// With the line of the notebook and what is wrong in it underlined.
  case full
  /// One line each, as editors and problem matchers read it.
  case short
  /// One JSON object a line.
  case json
}

import NotebookPlanning
import NotebookSyntax

/// Lays what is wrong only because of a value of the command line at that value's door, once.
struct OverrideBlame {
  let overrides: [ParameterOverride]
  /// What is wrong in a notebook with some of the values.
  let diagnose: (_ overrides: [ParameterOverride]) -> [Diagnostic]

  /// The diagnostics of the notebook with all values, of which those that one value alone is to blame for become one that names it.
  func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !overrides.isEmpty, diagnostics.contains(where: { $0.severity == .error }) else { return diagnostics }
    let before = Set(diagnose([]))
    var rest = diagnostics
    for override in overrides {
      let caused = diagnose([override]).filter {
        !before.contains($0) && $0.severity == .error && $0.identifier != .unknownParameter
      }
      guard let first = rest.firstIndex(where: caused.contains) else { continue }
      rest[first] = rest[first].blaming("-p \(override.name)=\(override.value)")
      rest.removeAll { caused.contains($0) }
    }
    return rest
  }
}

extension Diagnostic {
  fileprivate func blaming(_ cause: String) -> Diagnostic {
    Diagnostic(
      identifier, at: position, to: end, "\(cause): \(message)", expected: expected,
      suggestion: suggestion?.withoutCorrection, related: related, severity: severity)
  }
}

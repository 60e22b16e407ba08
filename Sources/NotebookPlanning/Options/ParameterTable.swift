package import NotebookResults
import NotebookSyntax

/// The notebook's parameters with the values of this run.
package struct ParameterTable: Sendable, Hashable {
  package private(set) var settings: [RunHeader.ParameterSetting] = []
  private var values: [String: String] = [:]

  package init() {}

  /// Reads `params` of the front matter and puts the command line's values in place of the notebook's.
  init(_ value: YAMLValue?, overrides: [ParameterOverride], diagnostics: inout [Diagnostic]) {
    let entries = Self.entries(of: value, diagnostics: &diagnostics)
    let position = value?.position ?? SourcePosition(line: 1)
    for override in overrides where !entries.contains(where: { $0.key == override.name }) {
      diagnostics.append(
        Diagnostic(
          .unknownParameter, at: position, "the notebook has no parameter '\(override.name)', which -p sets",
          suggestion: override.name == "seed"
            ? "--seed \(override.value) sets the seed"
            : Spelling.suggestion(for: override.name, among: entries.map(\.key))?.withoutCorrection))
    }
    if entries.count > NotebookLimits.parameters {
      diagnostics.append(
        Diagnostic(
          .limit, at: position,
          "a notebook has at most \(NotebookLimits.parameters) parameters, and this one has \(entries.count)"))
    }
    for entry in entries.prefix(NotebookLimits.parameters) {
      guard FieldReference.isName(entry.key) else {
        diagnostics.append(
          Diagnostic(.malformedLabel, at: entry.keyPosition, "a parameter's name is a word, not '\(entry.key)'"))
        continue
      }
      guard case .scalar(let text, _) = entry.value.kind else {
        diagnostics.append(
          Diagnostic(
            .wrongType, at: entry.value.position,
            "a parameter has one value, not \(entry.value.kindName)"))
        continue
      }
      let override = overrides.last { $0.name == entry.key }
      let value = override?.value ?? text
      if max(value.unicodeScalars.count, text.unicodeScalars.count) > NotebookLimits.textLength {
        diagnostics.append(
          Diagnostic(
            .limit, at: entry.value.position,
            "a parameter has at most \(NotebookLimits.textLength) characters, and this one has \(max(value.unicodeScalars.count, text.unicodeScalars.count))"
          ))
        continue
      }
      settings.append(
        RunHeader.ParameterSetting(name: entry.key, value: value, replacedDefault: override == nil ? nil : text))
      values[entry.key] = value
    }
  }

  package func value(of name: String) -> String? { values[name] }

  package var names: [String] { settings.map(\.name) }

  private static func entries(of value: YAMLValue?, diagnostics: inout [Diagnostic]) -> [YAMLEntry] {
    switch value?.kind {
    case nil: return []
    case .mapping(let entries): return entries
    default:
      let position = value?.position ?? SourcePosition(line: 1)
      diagnostics.append(Diagnostic(.wrongType, at: position, "params is a mapping of names to values"))
      return []
    }
  }
}

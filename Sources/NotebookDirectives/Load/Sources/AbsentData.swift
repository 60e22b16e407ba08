import NotebookPlanning
import NotebookSyntax

/// What becomes of data that go by a name and lie in no folder.
enum AbsentData: Sendable {
  /// They are fetched, and the notebook planned again.
  case toBeFetched
  /// Generated data stand in for them; fetching them failed for a reason, where that was tried.
  case standIn(failure: String?)

  /// Decides by the options; reports data that cannot be had.
  ///
  /// - Parameters:
  ///   - name: What they go by.
  ///   - what: What they are, such as `the text`.
  ///   - searched: Where they were looked for.
  ///   - standIn: What may stand in.
  ///   - position: Where the notebook asks for them.
  ///   - values: The options.
  init?(
    _ name: String, _ what: String, notIn searched: [String], replaceableBy standIn: StandIn,
    at position: SourcePosition, _ values: inout OptionValues
  ) {
    var failure: String?
    if case .network(let failures) = values.scope.environment.supply {
      failure = failures[name]
      if failure == nil {
        self = .toBeFetched
        return
      }
    }
    if StandIn.isWanted(standIn, &values) {
      self = .standIn(failure: failure)
      return
    }
    values.report(
      .missingData, at: position,
      "\(what) '\(name)' is not in \(searched.isEmpty ? "any folder" : searched.joined(separator: ", "))"
        + (failure.map { ", and \($0)" } ?? ""),
      suggestion: "say where it is with --data DIR, or add 'fallback: \(standIn.rawValue)'")
    return nil
  }
}

import NotebookPlanning
import NotebookSyntax

/// What may stand in for data that go by a name and cannot be had.
enum StandIn: String, Sendable, CaseIterable {
  case digits
  case sentences

  static let fallback = DeclaredOption(
    "fallback", .word(of: StandIn.allCases),
    "What stands in when the data set can neither be found nor fetched: `digits` for images, `sentences` for a text.",
    otherwise: "nothing does, and nothing runs", moves: .nothing)

  /// Whether generated data are to stand in; reports some of the wrong kind.
  static func isWanted(_ standIn: StandIn, _ values: inout OptionValues) -> Bool {
    guard let chosen = values[fallback] else { return false }
    if chosen != standIn {
      values.report(
        .conflictingKeys, at: values.place(of: fallback),
        "'\(chosen.rawValue)' cannot stand in here", suggestion: "write 'fallback: \(standIn.rawValue)'")
    }
    return true
  }
}

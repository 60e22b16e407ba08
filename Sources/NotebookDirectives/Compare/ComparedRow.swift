import NotebookResults
import NotebookSyntax

/// A row of a comparison, before anything is measured.
struct ComparedRow: Sendable {
  enum Source: Sendable {
    case field(FieldReference)
    case point(FieldReference, x: Int)
  }

  let subject: String
  let source: Source
  let reported: Double?
  let accepted: Comparison.Acceptance?
  /// Why the two cannot be compared; a phrase that follows "because".
  let notComparable: String?
}

package import NotebookSyntax

/// The numbers a cell measured.
package struct CellRecord: Sendable, Hashable {
  package let fields: [Field]
  package let series: [RecordedSeries]

  /// What a cell's result tells.
  package init(_ result: CellResult) {
    fields = result.fields
    series = result.series
  }

  /// The number that a reference to the cell names; nil when it was not measured.
  package func quantity(_ reference: FieldReference) -> Quantity? {
    guard let excerpt = reference.excerpt else { return fields.first { $0.name == reference.field }?.quantity }
    return series(reference)?.quantity(excerpt)
  }

  /// The series that a reference to the cell names.
  package func series(_ reference: FieldReference) -> RecordedSeries? {
    series.first { $0.name == reference.field }
  }
}

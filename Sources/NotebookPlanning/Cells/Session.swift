package import NotebookResults
package import NotebookSyntax

/// Everything that cells leave behind, as a value: a copy is a checkpoint.
///
/// Data sets and weights share their storage until one of them changes.
package struct Session: Sendable {
  package var datasets: [String: HeldDataset] = [:]
  package var models: [String: Model] = [:]
  package var records: [String: CellRecord] = [:]

  package init() {}

  /// The number that a cell measured.
  package func quantity(_ reference: FieldReference) -> Quantity? {
    records[reference.label]?.quantity(reference)
  }

  /// The series that a cell recorded.
  package func series(_ reference: FieldReference) -> RecordedSeries? {
    records[reference.label]?.series(reference)
  }

  /// The data set under a label, read by now; nil when no cell left one.
  package mutating func dataset(_ label: String, _ context: CellContext) throws(CellFailure) -> LoadedDataset? {
    guard let held = datasets[label] else { return nil }
    switch held.contents {
    case .loaded(let dataset): return dataset
    case .kept(let reader):
      let dataset = try reader.read(context)
      datasets[label]?.contents = .loaded(dataset)
      return dataset
    }
  }

  /// The data set under a label, if it is in memory.
  package func loadedDataset(_ label: String) -> LoadedDataset? { datasets[label]?.loaded }

  /// The same things under other labels.
  package func relabelled(_ labels: [String: String]) -> Session {
    var session = Session()
    session.datasets = datasets.withKeys(labels)
    session.models = models.withKeys(labels)
    session.records = records.withKeys(labels)
    return session
  }
}

extension Dictionary where Key == String {
  /// Entries under the keys that `names` gives for theirs.
  fileprivate func withKeys(_ names: [String: String]) -> Self {
    Dictionary(map { (names[$0.key] ?? $0.key, $0.value) }) { first, _ in first }
  }
}

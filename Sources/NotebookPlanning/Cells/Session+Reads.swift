extension Session {
  /// What a cell sees of it: what is under the labels that it has said it reads, and nothing else.
  package func restricted(to labels: some Sequence<String>) -> Session {
    var session = Session()
    for label in labels {
      session.datasets[label] = datasets[label]
      session.models[label] = models[label]
      session.records[label] = records[label]
    }
    return session
  }

  /// A data set in the memory of an equal one that is here already, whichever cell loaded it.
  private func shared(_ held: HeldDataset) -> HeldDataset {
    guard held.loaded != nil else { return held }
    return datasets.values.first { $0.loaded != nil && $0.origin == held.origin } ?? held
  }

  /// Puts what a cell left in the part it saw beside or in place of what is here.
  package mutating func merge(_ part: Session) {
    for (label, held) in part.datasets { datasets[label] = shared(held) }
    models.merge(part.models) { $1 }
    records.merge(part.records) { $1 }
  }
}

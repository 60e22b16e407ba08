extension Session {
  /// What a cell sees of it: what is under the labels that it has said it reads, and nothing else.
  package func restricted(to labels: some Sequence<String>) -> Session {
    let labels = Set(labels)
    var session = Session()
    session.datasets = datasets.filter { labels.contains($0.key) }
    session.models = models.filter { labels.contains($0.key) }
    session.records = records.filter { labels.contains($0.key) }
    return session
  }

  /// Puts what a cell left in the part it saw beside or in place of what is here.
  package mutating func merge(_ part: Session) {
    datasets.merge(part.datasets) { $1 }
    models.merge(part.models) { $1 }
    records.merge(part.records) { $1 }
  }
}

package import NotebookSyntax
package import RecurrentEngine

/// Everything that cells leave behind, as a value: a copy is a checkpoint.
///
/// Data sets and weights share their storage until one of them changes.
package struct Session: Sendable {
  var datasets: [String: HeldDataset] = [:]
  package var models: [String: Model] = [:]
  package var records: [String: CellRecord] = [:]

  package init() {}

  /// The number that a cell measured.
  package func quantity(_ reference: FieldReference) -> Quantity? {
    records[reference.label]?.fields.first { $0.name == reference.field }?.quantity
  }

  /// The series that a cell recorded.
  package func series(_ reference: FieldReference) -> RecordedSeries? {
    records[reference.label]?.series.first { $0.name == reference.field }
  }

  /// The data set under a label, read by now; nil when no cell left one.
  mutating func dataset(_ label: String, _ context: CellContext) throws(CellFailure) -> LoadedDataset? {
    guard let held = datasets[label] else { return nil }
    let loaded = try held.loaded(context)
    datasets[label] = .loaded(loaded)
    return loaded
  }

  /// The data set under a label, if it is in memory.
  package func loadedDataset(_ label: String) -> LoadedDataset? {
    if case .loaded(let dataset) = datasets[label] { dataset } else { nil }
  }

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

/// A network with its weights.
package struct Model: Sendable {
  package let network: Network
  private let seed: UInt64
  private var trained: [Float]?
  /// How many {train} cells it has been through; each draws images in an order of its own.
  package private(set) var trainings = 0

  /// A network with the initial weights that follow from a seed; they are drawn when they are asked for.
  package init(network: Network, seed: UInt64) {
    self.network = network
    self.seed = seed
  }

  package var parameters: [Float] { trained ?? network.initialParameters(seed: seed) }

  mutating func finishTraining(_ parameters: [Float]) {
    trained = parameters
    trainings += 1
  }
}

/// The numbers a cell measured.
package struct CellRecord: Sendable, Hashable {
  package var fields: [Field] = []
  package var series: [RecordedSeries] = []

  package init(fields: [Field] = [], series: [RecordedSeries] = []) {
    self.fields = fields
    self.series = series
  }
}

/// A quantity measured again and again while a cell trained.
package struct RecordedSeries: Sendable, Hashable, Codable {
  /// What x counts, from 0.
  package enum Unit: String, Sendable, Hashable, Codable {
    case step
    case epoch
  }

  package let name: String
  package let unit: Unit
  /// Whether it is an accuracy, a share from 0 to 1; otherwise a loss.
  package let isAccuracy: Bool
  package var points: [SeriesPoint]

  package init(name: String, unit: Unit, isAccuracy: Bool, points: [SeriesPoint] = []) {
    self.name = name
    self.unit = unit
    self.isAccuracy = isAccuracy
    self.points = points
  }

  package func quantity(_ value: Double) -> Quantity {
    isAccuracy ? .fraction(value) : .real(value)
  }

  /// The largest accuracy or the smallest loss.
  package var best: Double? {
    isAccuracy ? points.map(\.y).max() : points.map(\.y).min()
  }
}

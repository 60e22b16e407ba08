package import NotebookSyntax
package import RecurrentEngine

/// Everything that cells leave behind, as a value: a copy is a checkpoint.
///
/// Data sets share their storage.
package struct Session: Sendable {
  package var datasets: [String: LoadedDataset] = [:]
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
}

/// A network with its weights and its optimizer's memory.
package struct Model: Sendable {
  package let network: Network
  package var state: TrainingState

  /// How many {train} cells it has been through; each draws images in an order of its own.
  package var trainings = 0

  package init(network: Network, state: TrainingState) {
    self.network = network
    self.state = state
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
package struct RecordedSeries: Sendable, Hashable {
  /// What x counts, from 0.
  package enum Unit: String, Sendable, Hashable {
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

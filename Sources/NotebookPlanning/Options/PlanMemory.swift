import RecurrentEngine

/// The memory that what the cells leave behind takes together, known before any of it is there.
package struct PlanMemory: Sendable {
  /// By what they follow from: equal data sets share their memory.
  private var datasets: Set<CellDependencies> = []
  private var dataBytes = 0.0
  private var modelBytes = 0.0
  private var fileBytes = 0.0

  package init() {}

  private static let bytesOfWeight = 4.0

  mutating func add(_ dataset: DatasetSymbol) {
    self = with(bytes: dataset.bytes, following: dataset.dependencies)
  }

  /// With data of so many bytes besides, unless equal ones are there.
  package func with(bytes: Int, following dependencies: CellDependencies?) -> PlanMemory {
    var sum = self
    if let dependencies, !sum.datasets.insert(dependencies).inserted { return sum }
    sum.dataBytes += Double(bytes)
    return sum
  }

  mutating func add(_ network: Network) {
    modelBytes += Double(network.parameterCount) * Self.bytesOfWeight
  }

  mutating func add(_ file: Symbol.PlannedFile) { fileBytes += Double(file.bytes) }

  /// The bytes of models alone, which no two points of a sweep share.
  var models: Double { modelBytes }

  private var bytes: Double { dataBytes + modelBytes + fileBytes }
  package var isTooMuch: Bool { bytes > Double(NotebookLimits.memory) }

  /// The sum with its parts, and what there may be.
  package var problem: String {
    "the data sets and models down to here need \(Self.gigabytes(bytes, up: true)) GB of memory "
      + "(data sets \(Self.gigabytes(dataBytes)), models \(Self.gigabytes(modelBytes))"
      + (fileBytes > 0 ? ", files \(Self.gigabytes(fileBytes))" : "") + "), and a notebook's take at most "
      + Self.gigabytes(Double(NotebookLimits.memory))
  }

  private static func gigabytes(_ bytes: Double, up: Bool = false) -> String {
    OptionText.number(up ? (bytes / 1e9).rounded(.up) : (bytes / 1e8).rounded() / 10)
  }
}

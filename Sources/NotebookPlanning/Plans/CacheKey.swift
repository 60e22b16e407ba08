import Datasets
import NotebookResults

/// What names a cell's result among all results of all notebooks: equal keys give equal bytes.
package struct CacheKey: Sendable, Hashable, Codable {
  /// What the cell reads from another one.
  package struct Input: Sendable, Hashable, Codable {
    package let label: String
    /// The digest of the cell that made it.
    package let digest: String
  }

  package let label: String
  package let keyword: String
  /// The version whose arithmetic made the result.
  package let engine: String
  package let settings: [CellDependencies.Setting]
  package let steps: Int?
  /// The digest of each file that is read.
  package let files: [CellDependencies.Setting]
  package let inputs: [Input]
  /// SHA-256 of all this but labels and, where shorter work is the beginning of longer work, steps; in hexadecimal.
  package let stem: String
  /// SHA-256 of all this but labels.
  package let digest: String

  fileprivate init(_ cell: PlannedCell, seed: UInt64, engine: String, inputs: [Input]) {
    let dependencies = cell.dependencies
    label = cell.header.label
    keyword = cell.header.keyword
    self.engine = engine
    // Whether the cell or the notebook names the seed makes no difference.
    settings =
      dependencies.settings.filter { $0.name != Self.seed }
      + (dependencies.seed(in: seed).map { [CellDependencies.Setting(Self.seed, "\($0)")] } ?? [])
    steps = dependencies.steps
    files = dependencies.files
    self.inputs = inputs
    let length = dependencies.dependsOnLength ? steps.map { ["length", "\($0)"] } ?? [] : []
    var parts = ["cell", engine, keyword]
    for setting in settings { parts += [setting.name, setting.value] }
    parts.append("files")
    for file in files { parts += [file.name, file.value] }
    parts.append("inputs")
    parts += inputs.map(\.digest) + length
    let stem = Self.digest(parts)
    self.stem = stem
    digest = steps.map { Self.digest([stem, "\($0)"]) } ?? stem
  }

  private static let seed = DeclaredOption.seed.name

  /// The digest of texts, each with its length, so that no two lists are alike.
  private static func digest(_ parts: [String]) -> String {
    SHA256.hex(of: Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
  }
}

extension RunPlan {
  /// The cache key of every cell, in order.
  ///
  /// - Parameter engine: The version that results belong to.
  /// - Returns: One a cell.
  package func cacheKeys(engine: String = EngineVersion.ofResults) -> [CacheKey] {
    var makers = [RunHeader.parameterLabel: parametersDigest]
    var keys: [CacheKey] = []
    for cell in cells {
      let inputs = cell.dependencies.reads.map { CacheKey.Input(label: $0, digest: makers[$0] ?? "") }
      let key = CacheKey(cell, seed: header.seed, engine: engine, inputs: inputs)
      makers[cell.header.label] = key.digest
      if let changed = cell.dependencies.changes { makers[changed] = key.digest }
      keys.append(key)
    }
    return keys
  }

  private var parametersDigest: String { header.parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "\n") }
}

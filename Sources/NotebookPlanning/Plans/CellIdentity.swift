package import Datasets
import NotebookResults

/// What names a cell's result among all results of all notebooks: equal identities give equal bytes.
package struct CellIdentity: Sendable, Hashable, Codable {
  /// What the cell reads from another one.
  package struct Input: Sendable, Hashable, Codable {
    package let label: String
    package let key: String
  }

  package let label: String
  package let keyword: String
  /// The version whose arithmetic made the result.
  package let engine: String
  package let settings: [CellMeaning.Setting]
  package let steps: Int?
  /// The digest of each file that is read.
  package let files: [CellMeaning.Setting]
  package let inputs: [Input]
  /// SHA-256 of all this but labels and steps, in hexadecimal: trainings that differ in length alone share it.
  package let stem: String
  /// SHA-256 of all this but labels.
  package let key: String

  fileprivate init(
    _ cell: PlannedCell, seed: UInt64, engine: String, files: [CellMeaning.Setting], inputs: [Input]
  ) {
    let meaning = cell.action.meaning
    label = cell.header.label
    keyword = cell.header.keyword
    self.engine = engine
    settings = meaning.settings + (meaning.usesSeed ? [CellMeaning.Setting("seed", "\(seed)")] : [])
    steps = meaning.steps
    self.files = files
    self.inputs = inputs
    let parts =
      ["cell", engine, keyword] + settings.flatMap { [$0.name, $0.value] } + ["files"]
      + files.flatMap { [$0.name, $0.value] } + ["inputs"] + inputs.map(\.key)
    let stem = Self.digest(parts)
    self.stem = stem
    key = meaning.steps.map { Self.digest([stem, "\($0)"]) } ?? stem
  }

  /// The digest of texts, each with its length, so that no two lists are alike.
  private static func digest(_ parts: [String]) -> String {
    SHA256.hex(of: Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
  }
}

extension RunPlan {
  /// The identity of every cell, in order; reads the data files.
  ///
  /// - Parameter engine: The version that results belong to.
  /// - Returns: One a cell.
  /// - Throws: ``DatasetError`` when a file that the plan found cannot be read any more.
  package func identities(engine: String = EngineVersion.ofResults) throws(DatasetError) -> [CellIdentity] {
    var makers = [RunHeader.parameterLabel: parametersKey]
    var identities: [CellIdentity] = []
    for cell in cells {
      let meaning = cell.action.meaning
      let inputs = meaning.reads.map { CellIdentity.Input(label: $0, key: makers[$0] ?? "") }
      let identity = CellIdentity(
        cell, seed: header.seed, engine: engine, files: try meaning.fileDigests(), inputs: inputs)
      makers[cell.header.label] = identity.key
      if let changed = meaning.changes { makers[changed] = identity.key }
      identities.append(identity)
    }
    return identities
  }

  private var parametersKey: String { header.parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "\n") }
}

extension CellMeaning {
  /// The SHA-256 of each file as it lies there now.
  package func fileDigests() throws(DatasetError) -> [Setting] {
    var digests: [Setting] = []
    for file in files { digests.append(Setting(file.name, try SHA256.hex(ofFile: file.path))) }
    return digests
  }
}

/// What a cell's result depends on besides the engine: its options as understood, and what it reads.
///
/// Prose, captions, comments, the order of keys and the spelling of labels are not in it. Planning fills it in from the declared
/// options that a directive reads, so that equal dependencies give equal results.
package struct CellDependencies: Sendable, Hashable {
  /// An option under the name that a notebook gives it.
  package struct Setting: Sendable, Hashable, Codable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Every option that can move the result, defaults filled in, in the order of their declarations.
  package var settings: [Setting] = []
  /// The length of work that goes on step by step; nil where it is done in one go.
  package var steps: Int?
  /// Whether every step depends on how many there are in all; otherwise shorter work is the beginning of longer work.
  package var dependsOnLength = false
  /// Whether random numbers are drawn from the notebook's seed; a cell that does not say so is given none.
  package var usesSeed = false
  /// The seed that the cell names itself, in place of the notebook's.
  package var ownSeed: UInt64?
  /// The labels of what the cell reads, one for each reference; a cell sees no other part of the session.
  package var reads: [String] = []
  /// The label of the model that the cell changes in place.
  package var changes: String?
  /// What is read of files, each part by its name and the digest of its contents.
  package var files: [Setting] = []

  package init() {}

  /// What the cell draws random numbers from, in a notebook of such a seed; nil where it draws none.
  package func seed(in notebook: UInt64) -> UInt64? { usesSeed ? ownSeed ?? notebook : nil }

  /// Adds what an option depends on, its settings under names of their own.
  package mutating func add(_ other: CellDependencies, under name: (String) -> String = { $0 }) {
    settings += other.settings.map { Setting(name($0.name), $0.value) }
    dependsOnLength = dependsOnLength || other.dependsOnLength
    usesSeed = usesSeed || other.usesSeed
    ownSeed = other.ownSeed ?? ownSeed
    reads += other.reads
    changes = other.changes ?? changes
    files += other.files
  }
}

extension [CellDependencies.Setting] {
  /// `rate=0.003, seed=2`.
  package var phrase: String { map { "\($0.name)=\($0.value)" }.joined(separator: ", ") }
}

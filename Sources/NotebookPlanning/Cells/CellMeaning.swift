/// What a cell's result depends on besides the engine: its options as understood, and what it reads.
///
/// Prose, captions, comments, the order of keys and the spelling of labels are not in it.
package struct CellMeaning: Sendable, Hashable {
  /// An option under the name that a notebook gives it.
  package struct Setting: Sendable, Hashable, Codable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A file that the cell reads.
  package struct File: Sendable, Hashable {
    package let name: String
    package let path: String

    package init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// Every option that can move the result, defaults filled in, in an order of the directive's own.
  package var settings: [Setting]
  /// The steps of a training: nothing else in the cell depends on how many they are, so a shorter one is its beginning.
  package var steps: Int?
  /// Whether random numbers are drawn from the notebook's seed.
  package var usesSeed = false
  /// The labels of what the cell reads.
  package var reads: [String] = []
  /// The label of the model that the cell changes in place.
  package var changes: String?
  package var files: [File] = []

  package init(_ settings: [Setting] = []) {
    self.settings = settings
  }
}

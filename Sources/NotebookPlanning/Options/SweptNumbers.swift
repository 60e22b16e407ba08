/// The numbers that a sweep leaves behind, by which all of them can be named at once.
package struct SweptNumbers: Sendable, Hashable {
  /// A parameter with its values.
  package struct Axis: Sendable, Hashable {
    package let name: String
    package let values: [String]

    package init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// A number of each group of points that differ in the seed alone.
  package struct Number: Sendable, Hashable {
    package let name: String
    package let isLargerBetter: Bool?

    package init(name: String, isLargerBetter: Bool?) {
      self.name = name
      self.isLargerBetter = isLargerBetter
    }
  }

  /// Points that differ in the seed alone.
  package struct Group: Sendable, Hashable {
    /// Such as `rate=0.01, units=8`.
    package let title: String
    /// What its numbers are called behind their names.
    package let settings: String

    package init(title: String, settings: String) {
      self.title = title
      self.settings = settings
    }
  }

  /// Without the seed.
  package let axes: [Axis]
  package let numbers: [Number]
  /// The values of the last axis changing fastest.
  package let groups: [Group]
  /// What stands behind the name of a number where its standard deviation over seeds is meant; nil of one seed.
  package let deviation: String?
  /// Bytes of the titles of all groups.
  package let titleLength: Int

  package init(axes: [Axis], numbers: [Number], groups: [Group], deviation: String?) {
    self.axes = axes
    self.numbers = numbers
    self.groups = groups
    self.deviation = deviation
    titleLength = groups.reduce(0) { $0 + $1.title.utf8.count }
  }
}

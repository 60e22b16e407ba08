/// `-p NAME=VALUE` of the command line.
package struct ParameterOverride: Sendable, Hashable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

import Testing

/// An argument of a test with a short name, for values whose description fills the screen.
package struct Named<Value: Sendable>: Sendable, CustomTestStringConvertible {
  package let name: String
  package let value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  package var testDescription: String { name }
}

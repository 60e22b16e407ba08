package import SeededRandom

/// How the initial values of a matrix of parameters are drawn: an object that never changes.
package protocol Initializer: AnyObject, Sendable {
  /// Whether the values are numbers.
  var isUsable: Bool { get }
  /// A matrix of initial values, row-major.
  func values(rows: Int, columns: Int, from stream: inout RandomStream) -> [Float]
}

extension Initializer {
  package var isUsable: Bool { true }
}

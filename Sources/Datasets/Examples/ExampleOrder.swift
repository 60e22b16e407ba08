/// The order in which a training draws examples: a small value that can be copied, or rebuilt from its place.
package protocol ExampleOrder: Sendable {
  var place: OrderPlace { get }

  /// Whether each row of the next draw goes on where the same row of the last draw ended.
  var goesOn: Bool { get }

  /// Replaces the elements of `indices` by the indices of as many next examples.
  mutating func next(filling indices: inout [Int])
}

/// Where an order has come to.
package struct OrderPlace: Sendable, Hashable, Codable {
  package let epochsCompleted: Int
  /// How much of the current epoch has been drawn, in the order's own unit.
  package let position: Int

  package init(epochsCompleted: Int = 0, position: Int = 0) {
    self.epochsCompleted = epochsCompleted
    self.position = position
  }
}

extension BatchOrder: ExampleOrder {
  package var place: OrderPlace { OrderPlace(epochsCompleted: epochsCompleted, position: position) }

  package var goesOn: Bool { false }
}

package import Datasets

/// A data set in its parts.
package struct LoadedDataset: Sendable {
  /// What every example looks like.
  package let shape: ExampleShape
  /// What names the contents of the whole set, in hexadecimal.
  package let digest: String
  private let parts: [DatasetSplit: any ExampleSet]
  private let order: BatchOrder.Kind

  /// Puts parts together.
  ///
  /// - Parameters:
  ///   - shape: That of the examples in each part.
  ///   - digest: What names the contents.
  ///   - parts: The examples by purpose.
  ///   - order: How training draws examples that stand alone; a running sequence is walked along.
  package init(
    shape: ExampleShape, digest: String, parts: [DatasetSplit: any ExampleSet], order: BatchOrder.Kind = .shuffled
  ) {
    precondition(parts.values.allSatisfy { $0.shape == shape }, "the parts of a data set have one shape")
    self.shape = shape
    self.digest = digest
    self.parts = parts
    self.order = order
  }

  package func examples(_ split: DatasetSplit) -> (any ExampleSet)? { parts[split] }

  package func count(_ split: DatasetSplit) -> Int { parts[split]?.count ?? 0 }

  /// How many examples of a part training has drawn where its order has come to a place; nil when there is no such place.
  package func drawn(of split: DatasetSplit, rows: Int, at place: OrderPlace) -> Int? {
    let length = shape.isRunning ? count(split) / rows : count(split)
    guard place.epochsCompleted >= 0, (0...length).contains(place.position),
      place.epochsCompleted == 0 || place.position > 0
    else { return nil }
    let (whole, isTooMany) = place.epochsCompleted.multipliedReportingOverflow(by: length)
    let (sum, isTooLarge) = whole.addingReportingOverflow(place.position)
    let (drawn, isBeyond) = sum.multipliedReportingOverflow(by: shape.isRunning ? rows : 1)
    return isTooMany || isTooLarge || isBeyond ? nil : drawn
  }

  /// The order in which training draws batches of a part; nil when the part has too few examples for one.
  ///
  /// - Parameters:
  ///   - split: The part.
  ///   - rows: The examples of a batch.
  ///   - seed: The notebook's seed.
  ///   - stream: Keeps the orders of different uses apart, from 0 to 4,095.
  ///   - place: Where to go on.
  /// - Returns: The order; nil also when there is no such place in it.
  package func order(
    of split: DatasetSplit, rows: Int, seed: UInt64, stream: Int, at place: OrderPlace = OrderPlace()
  ) -> (any ExampleOrder)? {
    let count = count(split)
    guard place.epochsCompleted >= 0, place.position >= 0 else { return nil }
    if shape.isRunning {
      guard count >= rows, place.position <= count / rows else { return nil }
      return StreamOrder(count: count, rows: rows, at: place)
    }
    guard count > 0, place.position <= count else { return nil }
    return BatchOrder(
      count: count, kind: order, seed: seed, stream: stream, epochsCompleted: place.epochsCompleted,
      position: place.position)
  }
}

import Datasets
import Testing

@Suite struct BatchOrderTests {
  @Test func shufflesBeforeTheFirstBatch() {
    var order = BatchOrder(count: 100, kind: .shuffled, seed: 1)
    let epoch = order.next(100)
    #expect(epoch != Array(0..<100))
    #expect(epoch.sorted() == Array(0..<100))
  }

  @Test func takesTheRestOfAnEpochFirstAndFillsTheBatchFromTheNext() {
    var order = BatchOrder(count: 10, kind: .shuffled, seed: 1)
    var first = BatchOrder(count: 10, kind: .shuffled, seed: 1)
    var second = BatchOrder(count: 10, kind: .shuffled, seed: 1, epochsCompleted: 1)
    let drawn = order.next(4) + order.next(4) + order.next(4)
    #expect(drawn == first.next(10) + second.next(2))
    #expect(order.epochsCompleted == 1)
    #expect(order.position == 2)
  }

  @Test func beginsNoEpochWithABatchThatEndsOne() {
    var order = BatchOrder(count: 10, kind: .shuffled, seed: 1)
    _ = order.next(5)
    _ = order.next(5)
    #expect(order.epochsCompleted == 0)
    _ = order.next(5)
    #expect(order.epochsCompleted == 1)
  }

  @Test(arguments: [BatchOrder.Kind.shuffled, .asFiled])
  func drawsABatchLargerThanTheSet(kind: BatchOrder.Kind) {
    var order = BatchOrder(count: 3, kind: kind, seed: 1)
    let batch = order.next(10)
    for start in [0, 3, 6] { #expect(batch[start..<start + 3].sorted() == [0, 1, 2]) }
    #expect(order.epochsCompleted == 3)
    #expect(order.position == 1)
  }

  @Test func goesRoundInTheOrderOfTheFile() {
    var order = BatchOrder(count: 5, kind: .asFiled, seed: 1)
    #expect(order.next(3) == [0, 1, 2])
    #expect(order.next(3) == [3, 4, 0])
    #expect(order.next(4) == [1, 2, 3, 4])
    #expect(order.epochsCompleted == 1)
    #expect(order.next(1) == [0])
    #expect(order.epochsCompleted == 2)
  }

  @Test func goesOnAlikeInACopyAndWhenRebuilt() {
    var order = BatchOrder(count: 50, kind: .shuffled, seed: 9, stream: 3)
    for _ in 0..<7 { _ = order.next(16) }
    var copy = order
    var rebuilt = BatchOrder(
      count: 50, kind: .shuffled, seed: 9, stream: 3, epochsCompleted: order.epochsCompleted, position: order.position)
    #expect(rebuilt == order)
    let next = order.next(200)
    #expect(copy.next(200) == next)
    #expect(rebuilt.next(200) == next)
    #expect(rebuilt == order)
  }

  @Test func fillsAReusedBufferWithTheSameIndices() {
    var order = BatchOrder(count: 50, kind: .shuffled, seed: 1)
    var other = order
    var buffer = [Int](repeating: -1, count: 32)
    for _ in 0..<4 {
      order.next(filling: &buffer)
      #expect(buffer == other.next(32))
    }
  }

  @Test func ordersEverySeedStreamAndEpochDifferently() {
    let orders = [
      BatchOrder(count: 50, kind: .shuffled, seed: 1), BatchOrder(count: 50, kind: .shuffled, seed: 2),
      BatchOrder(count: 50, kind: .shuffled, seed: 1, stream: 1),
      BatchOrder(count: 50, kind: .shuffled, seed: 1, epochsCompleted: 1),
    ]
    let first = orders.map { order in
      var order = order
      return order.next(50)
    }
    #expect(Set(first).count == orders.count)
    #expect(Set(orders).count == orders.count)
  }

  /// Recorded: another order would be another result of every notebook.
  @Test func keepsItsOrder() {
    var order = BatchOrder(count: 10, kind: .shuffled, seed: 1)
    #expect(order.next(10) == [3, 7, 4, 1, 9, 2, 8, 6, 0, 5])
  }
}

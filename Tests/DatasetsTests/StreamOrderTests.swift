import Datasets
import Testing

@Suite struct StreamOrderTests {
  private func draws(_ order: inout StreamOrder, _ count: Int) -> [[Int]] {
    var indices = [Int](repeating: 0, count: order.rows)
    return (0..<count).map { _ in
      order.next(filling: &indices)
      return indices
    }
  }

  @Test func walksAlongEveryStreamAndLeavesOutTheRest() {
    var order = StreamOrder(count: 7, rows: 2)
    #expect(draws(&order, 4) == [[0, 3], [1, 4], [2, 5], [0, 3]])
    #expect(order.place == OrderPlace(epochsCompleted: 1, position: 1))
  }

  @Test func goesOnWithinAnEpochAndBeginsAnewInTheNext() {
    var order = StreamOrder(count: 6, rows: 2)
    var goesOn: [Bool] = []
    for _ in 0..<7 {
      goesOn.append(order.goesOn)
      _ = draws(&order, 1)
    }
    #expect(goesOn == [false, true, true, false, true, true, false])
  }

  @Test(arguments: 0..<9) func goesOnFromAnyPlace(_ drawn: Int) {
    var order = StreamOrder(count: 11, rows: 3)
    _ = draws(&order, drawn)
    var rebuilt = StreamOrder(count: 11, rows: 3, at: order.place)
    #expect(rebuilt == order)
    #expect(rebuilt.goesOn == order.goesOn)
    #expect(draws(&rebuilt, 9) == draws(&order, 9))
  }

  @Test func hasOneStreamForABatchOfOne() {
    var order = StreamOrder(count: 3, rows: 1)
    #expect(draws(&order, 4) == [[0], [1], [2], [0]])
  }

  @Test func nothingGoesOnInABatchOrder() {
    var order = BatchOrder(count: 5, kind: .asFiled, seed: 1)
    _ = order.next(3)
    #expect(!order.goesOn)
    #expect(order.place == OrderPlace(epochsCompleted: 0, position: 3))
  }
}

@Suite struct ExampleWalkTests {
  private func walk(_ count: Int, rows: Int, isRunning: Bool) -> [ExampleWalk.Draw] {
    Array(ExampleWalk(Array(0..<count), rows: rows, isRunning: isRunning))
  }

  @Test func takesExamplesThatStandAloneInTheirOrder() {
    let draws = walk(5, rows: 2, isRunning: false)
    #expect(draws.map(\.indices) == [[0, 1], [2, 3], [4]])
    #expect(draws.allSatisfy { !$0.goesOn })
  }

  @Test func takesTheExamplesThatAreAskedFor() {
    #expect(ExampleWalk([7, 3, 5], rows: 2, isRunning: false).map(\.indices) == [[7, 3], [5]])
  }

  @Test func cutsARunningSequenceIntoStreams() {
    let draws = walk(5, rows: 2, isRunning: true)
    #expect(draws.map(\.indices) == [[0, 3], [1, 4], [2]])
    #expect(draws.map(\.goesOn) == [false, true, true])
  }

  @Test(arguments: [false, true]) func takesEveryExampleOnceAndKeepsRowsTogether(_ isRunning: Bool) {
    for count in 0..<40 {
      for rows in 1..<12 {
        let draws = walk(count, rows: rows, isRunning: isRunning)
        #expect(draws.flatMap(\.indices).sorted() == Array(0..<count))
        #expect(draws.allSatisfy { 1...rows ~= $0.indices.count })
        for (before, after) in zip(draws, draws.dropFirst()) where after.goesOn {
          #expect(zip(before.indices, after.indices).allSatisfy { $1 == $0 + 1 })
          #expect(after.indices.count <= before.indices.count)
        }
      }
    }
  }
}

import ProcessorCases
import Testing

/// Every sum is the same tree, whichever tile computes it: rows and columns of all numbers that make tiles of another shape.
@Suite struct SummationTreeTests {
  /// Units of half a panel, and of one panel to five, the last of them full or begun.
  private static let units = [3, 8, 16, 24, 37, 64, 70]

  @Test(arguments: units, [1, 2, 3])
  func forwardsIsOneChainOfBiasInputsAndStates(units: Int, threads: Int) {
    for rows in 1...9 {
      for features in [1, 4, 19] {
        let orders = SummationOrder.forward(features: features, units: units, rows: rows, threads: threads)
        #expect(orders.count == rows)
        #expect(Set(orders) == [.chain(1 + features + units, from: 1)], "\(features) inputs, \(rows) rows")
      }
    }
  }

  @Test(arguments: units, units)
  func backwardsIsOneChainOfOutputs(units: Int, outputs: Int) {
    for rows in 1...9 {
      let orders = SummationOrder.backward(units: units, outputs: outputs, rows: rows, threads: 2)
      #expect(orders.count == rows)
      #expect(Set(orders) == [.chain(outputs)], "\(rows) rows")
    }
  }

  @Test(arguments: units)
  func backwardsInTimeIsOneChainOfStates(units: Int) {
    for rows in 1...9 {
      let orders = SummationOrder.backwardInTime(units: units, rows: rows, threads: 2)
      #expect(orders.count == rows)
      #expect(Set(orders) == [.chain(units)], "\(rows) rows")
    }
  }

  /// The rows of the kernel are those of a tile here.
  @Test(arguments: units, [1, 2, 3])
  func weightGradientIsChainsOf32RowsInAscendingOrder(units: Int, threads: Int) {
    for features in [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17] {
      for (steps, rows) in [(1, 70), (2, 33), (5, 3)] {
        let orders = SummationOrder.weightGradient(
          features: features, units: units, steps: steps, rows: rows, threads: threads)
        #expect(orders.inputsAndBias.count == features + 1)
        #expect(
          Set(orders.inputsAndBias) == [.weightGradient(steps: steps, rows: rows)],
          "\(features) inputs, \(steps) steps, \(rows) rows")
        #expect(orders.states.count == units)
        #expect(
          Set(orders.states) == [.weightGradient(steps: steps - 1, rows: rows)],
          "\(units) states, \(steps) steps, \(rows) rows")
      }
    }
  }
}

import RecurrentEngine

/// The share of the ceiling that an LSTM on 28 × 28 pixels comes to, for sizes that no tile was made for.
struct SizeMap {
  /// Sizes around those of tiles, panels and chains.
  private static let sizes = [
    1, 2, 3, 5, 8, 13, 16, 17, 25, 31, 32, 33, 48, 50, 63, 64, 65, 97, 128, 150, 161, 200, 255, 300,
  ]

  let seconds: Double
  let threads: Int

  /// Prints a line for each number of units, with a column for each batch, and then every hole.
  func run() {
    let sizes = Self.sizes
    printLine("units" + sizes.map { padded("\($0)", 5) }.joined())
    let shares = sizes.map { units in
      let line = sizes.map { share(units: units, batch: $0) }
      printLine(padded("\(units)", 5) + line.map { padded("\(Int((100 * $0).rounded()))", 5) }.joined())
      return line
    }
    for (row, units) in sizes.enumerated() {
      for (column, batch) in sizes.enumerated() where isHole(row, column, in: shares) {
        printLine("a hole: \(units) units, batch \(batch)")
      }
    }
  }

  /// Whether a share is less than half of those of both neighbours along its line or its column.
  private func isHole(_ row: Int, _ column: Int, in shares: [[Double]]) -> Bool {
    func isBelow(_ before: (Int, Int), _ after: (Int, Int)) -> Bool {
      guard before.0 >= 0 && before.1 >= 0 && after.0 < shares.count && after.1 < shares.count else { return false }
      return shares[row][column] < min(shares[before.0][before.1], shares[after.0][after.1]) / 2
    }
    return isBelow((row - 1, column), (row + 1, column)) || isBelow((row, column - 1), (row, column + 1))
  }

  private func share(units: Int, batch: Int) -> Double {
    let network = Network(
      input: SequenceShape(steps: 28, features: 28), layers: [LSTM(units: units), Dense(units: 10)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 10)
    let time = Timing.trainingStep(network, batch: batch, threads: threads, seconds: seconds)
    return network.operations(batch: batch) / time / Ceiling.measure(threads: threads)
  }
}

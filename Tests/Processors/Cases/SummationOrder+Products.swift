private import RecurrentEngine

extension SummationOrder {
  /// The order in which bias, D inputs and H states are summed up, of each row of a batch: a chain, from its second summand on.
  package static func forward(features: Int, units: Int, rows: Int, threads: Int) -> [SummationOrder] {
    let network = Network(
      input: SequenceShape(steps: 2, features: features),
      layers: [SimpleRNN(units: units, activation: .relu), copy(units)],
      readout: .finalState, loss: .meanSquaredError, outputs: units)
    let workspace = Workspace(network: network, capacity: rows, threads: threads)
    // The first step's state is the bias, which is one; in the second the inputs are one too.
    let values = (0..<rows).flatMap { _ in (0..<2 * features).map { Float($0 / features) } }
    let batch = Batch(network, values, targets: Array(repeating: 0, count: rows * units))
    let summands = 1 + features + units
    var sizes = [[Int]](repeating: [], count: rows)
    for first in stride(from: 1, to: summands - 1, by: units) {
      let kernel = (1..<summands).flatMap { place in (0..<units).map { summand(place, pair: first + $0) } }
      let numbers = workspace.evaluate(
        batch, parameters: kernel + ones(units) + copyParameters(units)
      ).numbers
      for row in 0..<rows {
        sizes[row] += (0..<min(units, summands - 1 - first)).map { size(numbers[row * units + $0], of: summands) }
      }
    }
    return sizes.map { SummationOrder(sizes: $0) }
  }

  /// The order in which a gradient of K outputs goes back to a layer of H units without activation, for each row of a batch: a chain.
  package static func backward(units: Int, outputs: Int, rows: Int, threads: Int) -> [SummationOrder] {
    let network = Network(
      input: SequenceShape(steps: 1, features: 1), layers: [Dense(units: units), Dense(units: outputs)],
      readout: .lastOutput, loss: .meanSquaredError, outputs: outputs)
    return backward(network, units: units, summands: outputs, rows: rows, threads: threads) { pair in
      let kernel = (0..<units).flatMap { row in (0..<outputs).map { summand($0, pair: pair + row) } }
      return (zeros(2 * units) + kernel + zeros(outputs), units..<2 * units)
    }
  }

  /// The order in which the gradient of H states goes back to those of the step before and through tanh, for each row of a batch: a chain.
  package static func backwardInTime(units: Int, rows: Int, threads: Int) -> [SummationOrder] {
    let network = Network(
      input: SequenceShape(steps: 2, features: 1), layers: [SimpleRNN(units: units), copy(units)],
      readout: .finalState, loss: .meanSquaredError, outputs: units)
    return backward(network, units: units, summands: units, isBiasOfTwoSteps: true, rows: rows, threads: threads) {
      pair in
      let kernel = (0..<units).flatMap { row in (0..<units).map { summand($0, pair: pair + row) } }
      // States so small that what is huge does not show in them.
      let bias = [Float](repeating: 0x1p-120, count: units)
      return (zeros(units) + kernel + bias + copyParameters(units), units * (units + 1)..<units * (units + 2))
    }
  }

  /// Reads orders of a gradient from that of a bias, with the slopes of one row of the batch at a time other than zero.
  private static func backward(
    _ network: Network, units: Int, summands: Int, isBiasOfTwoSteps: Bool = false, rows: Int, threads: Int,
    parameters: (_ pair: Int) -> (values: [Float], bias: Range<Int>)
  ) -> [SummationOrder] {
    let workspace = Workspace(network: network, capacity: rows, threads: threads)
    let slope = 2 * (1 / Float(rows)) / Float(network.outputs)
    return (0..<rows).map { row in
      let targets = (0..<rows).flatMap { [Float](repeating: $0 == row ? -1 : 0, count: network.outputs) }
      let batch = Batch(network, zeros(rows * network.input.steps), targets: targets)
      var sizes: [Int] = []
      for pair in stride(from: 0, to: summands - 1, by: units) {
        let (values, bias) = parameters(pair)
        let gradient = workspace.gradient(batch, parameters: values).gradient[bias]
        sizes += gradient.prefix(summands - 1 - pair).map {
          size($0 / slope - (isBiasOfTwoSteps ? 1 : 0), of: summands)
        }
      }
      return SummationOrder(sizes: sizes)
    }
  }
}

extension SummationOrder {
  /// The order in which the gradient of each of the kernel's rows and of the bias is summed up over steps and rows of the batch.
  ///
  /// The summands are expected in chains of 32 rows, steps ascending in each and rows within a step. The D inputs and the bias have one at
  /// every step, the H states, which come between them, none at the first.
  package static func weightGradient(
    features: Int, units: Int, steps: Int, rows: Int, threads: Int
  ) -> (inputsAndBias: [SummationOrder], states: [SummationOrder]) {
    let network = Network(
      input: SequenceShape(steps: steps, features: features),
      layers: [SimpleRNN(units: units, activation: .relu), copy(units)], readout: .everyStep,
      loss: .meanSquaredError, outputs: units)
    let workspace = Workspace(network: network, capacity: rows, threads: threads)
    let kernelRows = features + units
    // All states and outputs are the bias, which is one, so that the slopes follow from the targets alone.
    let parameters = zeros(kernelRows * units) + ones(units) + copyParameters(units)
    let slope = 2 * (1 / Float(rows * steps)) / Float(units)

    func orders(ofRows read: [Int], fromStep firstStep: Int) -> [SummationOrder] {
      let summands = (steps - firstStep) * rows
      var sizes = [[Int]](repeating: [], count: read.count)
      for first in stride(from: 0, to: summands - 1, by: units) {
        var targets = zeros(rows * steps * units)
        for (place, summand) in places(steps: firstStep..<steps, rows: rows).enumerated() {
          for unit in 0..<units {
            targets[(summand.row * steps + summand.step) * units + unit] =
              1 - Self.summand(place, pair: first + unit)
          }
        }
        let batch = Batch(network, ones(rows * steps * features), targets: targets)
        let gradient = workspace.gradient(batch, parameters: parameters).gradient
        for (index, row) in read.enumerated() {
          sizes[index] += (0..<min(units, summands - 1 - first)).map {
            size(gradient[row * units + $0] / slope, of: summands)
          }
        }
      }
      return sizes.map { SummationOrder(sizes: $0) }
    }
    return (
      orders(ofRows: Array(0..<features) + [kernelRows], fromStep: 0),
      orders(ofRows: Array(features..<kernelRows), fromStep: 1)
    )
  }

  /// What `weightGradient` is expected to be for so many steps that have a summand.
  package static func weightGradient(steps: Int, rows: Int) -> SummationOrder {
    chains(stride(from: 0, to: rows, by: 32).map { steps * min(32, rows - $0) })
  }

  /// The steps and rows of the batch in the order in which their summands are expected.
  private static func places(steps: Range<Int>, rows: Int) -> [(step: Int, row: Int)] {
    stride(from: 0, to: rows, by: 32).flatMap { start in
      steps.flatMap { step in (start..<min(start + 32, rows)).map { (step, $0) } }
    }
  }
}

extension SummationOrder {
  /// A layer that hands on what it is given.
  private static func copy(_ units: Int) -> Dense { Dense(units: units) }

  private static func copyParameters(_ units: Int) -> [Float] {
    (0..<units).flatMap { row in (0..<units).map { $0 == row ? 1 : 0 } } + zeros(units)
  }

  private static func zeros(_ count: Int) -> [Float] { Array(repeating: 0, count: count) }
  private static func ones(_ count: Int) -> [Float] { Array(repeating: 1, count: count) }
}

extension Batch {
  /// Inputs batch-major, [B, T, D], and the numbers of every output.
  fileprivate init(_ network: Network, _ values: [Float], targets: [Float]) {
    self.init(
      inputs: SequenceValues(values, input: network.input),
      count: values.count / (network.input.steps * network.input.features), targets: .numbers(targets))
  }
}

import Datasets
import RecurrentEngine

/// What a network says of an example at each of its time steps.
struct TraceReadings {
  /// By step, [T, K]; empty where numbers are told.
  private(set) var probabilities: [[Float]] = []
  /// The class that is said at each step, nil where an output is no number; empty where numbers are told.
  private(set) var classes: [Int?] = []
  /// By step, [T, K]; empty where classes are told.
  private(set) var numbers: [[Float]] = []
  /// The loss at each step.
  private(set) var losses: [Double] = []

  /// At most so many steps are worked out together, fewer where each takes long.
  static let rows = 64

  /// So many products of a parameter and a number are worked out before somebody may stop: a fraction of a second.
  private static let mostProducts = 10_000_000_000

  /// Puts an example through a network, which says something at each step, or is asked what it would say if the example ended there.
  ///
  /// Of fewer steps where it is stopped.
  init(
    _ network: Network, parameters: [Float], example: Int, of examples: any ExampleSet, threads: Int,
    isStopped: () -> Bool = { false }
  ) {
    switch examples.shape.told {
    case .once: readBeginnings(network, parameters, example, of: examples, threads, isStopped)
    case .eachStep: readWhole(network, parameters, example, of: examples)
    }
  }

  /// Puts the beginnings of an example through a network, each a row of its own that ends where it ends.
  ///
  /// So the readout takes at each step what it takes at the end, whichever it is and in whatever direction a layer reads.
  private mutating func readBeginnings(
    _ network: Network, _ parameters: [Float], _ example: Int, of examples: any ExampleSet, _ threads: Int,
    _ isStopped: () -> Bool
  ) {
    let steps = Array(1...examples.steps(of: example))
    let rows = min(Self.rows, max(1, Self.mostProducts / max(1, network.parameterCount * steps.count)))
    let workspace = Workspace(network: network, capacity: rows, threads: threads)
    for start in stride(from: 0, to: steps.count, by: rows) {
      if isStopped() { return }
      let lengths = Array(steps[start..<min(start + rows, steps.count)])
      var batch = ExampleBatch(examples, at: lengths.map { _ in example }).batch
      batch.lengths = lengths
      append(workspace.evaluate(batch, parameters: parameters), outputs: lengths.count, of: network)
    }
  }

  /// Puts an example through a network that says something at each step, from states of zero.
  private mutating func readWhole(
    _ network: Network, _ parameters: [Float], _ example: Int, of examples: any ExampleSet
  ) {
    var batch = ExampleBatch(examples, at: [example]).batch
    batch.carriesState = false
    let workspace = Workspace(network: network, capacity: 1, threads: 1)
    append(workspace.evaluate(batch, parameters: parameters), outputs: examples.steps(of: example), of: network)
  }

  private mutating func append(_ evaluation: Evaluation, outputs: Int, of network: Network) {
    let count = network.outputs
    func rows(_ values: [Float]) -> [[Float]] {
      values.isEmpty ? [] : (0..<outputs).map { Array(values[$0 * count..<($0 + 1) * count]) }
    }
    probabilities += rows(evaluation.probabilities)
    classes += evaluation.predictions.prefix(outputs)
    numbers += rows(evaluation.numbers)
    losses += evaluation.losses.prefix(outputs)
  }

  var steps: Int { losses.count }

  /// The step from which on the class stays the same, counted from 1.
  var decidedStep: Int {
    (classes.indices.dropFirst().last { classes[$0] != classes[$0 - 1] } ?? 0) + 1
  }
}

import Datasets
import RecurrentEngine

/// What a network would say of an example if it ended at each of its time steps.
struct TraceReadings {
  /// By step, [T, K].
  let probabilities: [[Float]]
  /// The class that is said at each step; nil where an output is no number.
  let classes: [Int?]

  /// So many steps are worked out together.
  static let rows = 64

  /// Puts the beginnings of an example through a network, each a row of its own that ends where it ends.
  ///
  /// So the readout takes at each step what it takes at the end, whichever it is and in whatever direction a layer reads.
  init(_ network: Network, parameters: [Float], example: Int, of examples: any ClassTargets, threads: Int) {
    let workspace = Workspace(network: network, capacity: Self.rows, threads: threads)
    let steps = Array(1...examples.steps(of: example))
    var probabilities: [[Float]] = []
    var classes: [Int?] = []
    for start in stride(from: 0, to: steps.count, by: Self.rows) {
      let lengths = Array(steps[start..<min(start + Self.rows, steps.count)])
      var batch = ExampleBatch(examples, at: lengths.map { _ in example }).batch
      batch.lengths = lengths
      let evaluation = workspace.evaluate(batch, parameters: parameters)
      classes += evaluation.predictions
      let count = network.outputs
      probabilities += lengths.indices.map { Array(evaluation.probabilities[$0 * count..<($0 + 1) * count]) }
    }
    self.probabilities = probabilities
    self.classes = classes
  }

  var steps: Int { classes.count }

  /// The step from which on the class stays the same, counted from 1.
  var decidedStep: Int {
    (classes.indices.dropFirst().last { classes[$0] != classes[$0 - 1] } ?? 0) + 1
  }
}

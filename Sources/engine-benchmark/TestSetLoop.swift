import RecurrentEngine

/// Loss and predictions of so many random images, in batches of 500.
struct TestSetLoop: TimedLoop {
  private static let batchSize = 500

  private let batches: [Batch]
  private let workspace: Workspace
  private let parameters: [Float]

  init(_ network: Network, images: Int, threads: Int, watch: (any StepWatch)? = nil) {
    batches = (0..<images / Self.batchSize).map { Batch(random: network, count: Self.batchSize, seed: UInt64($0)) }
    workspace = Workspace(network: network, capacity: Self.batchSize, threads: threads, watch: watch)
    parameters = network.initialParameters(seed: 1)
  }

  func step() {
    for batch in batches { _ = workspace.evaluate(batch, parameters: parameters) }
  }
}

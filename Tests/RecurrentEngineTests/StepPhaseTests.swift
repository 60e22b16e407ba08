import RecurrentEngine
import Synchronization
import Testing

/// What a workspace tells of what its threads are at, and what work there is in each phase.
@Suite struct StepPhaseTests {
  private static let network = Network(
    input: SequenceShape(steps: 6, features: 7), layers: [Dense(units: 17), LSTM(units: 40), Dense(units: 5)],
    readout: .finalState, loss: .softmaxCrossEntropy, outputs: 5)

  @Test func aWatchIsToldOfEveryPhaseAndMovesNoBit() {
    let (network, batch) = (Self.network, randomBatch(Self.network, count: 70))
    let log = PhaseLog()
    let states = [nil, log].map { watch in
      let workspace = Workspace(network: network, capacity: 70, threads: 2, watch: watch)
      var state = TrainingState(network: network, seed: 3, optimizer: Adam(learningRate: 0.01))
      _ = workspace.trainStep(batch, state: &state, optimizer: Adam(learningRate: 0.01))
      return state
    }
    #expect(states[0] == states[1])
    let told = log.told
    #expect(Set(told.map(\.phase)) == Set(StepPhase.allCases))
    #expect(told.map(\.thread).allSatisfy { (0..<2).contains($0) })
    for thread in 0..<2 {
      #expect(told.last { $0.thread == thread }?.phase ?? .meeting == .meeting, "thread \(thread) ends in waiting")
    }
  }

  /// The linear layer in front is folded: 7 inputs go through the product instead of 17.
  @Test func operationsOfAPhaseAreTwiceTheProductsOfItsShapes() {
    let (rows, steps, columns) = (70, 6, 4 * 40)
    let lstm = (steps * 7 + (steps - 1) * 40) * columns
    let dense = 40 * 5
    #expect(Self.network.operations(batch: rows, in: .forward) == Double(2 * rows * (lstm + dense)))
    #expect(Self.network.operations(batch: rows, in: .weightGradient) == Double(2 * rows * (lstm + dense)))
    let backward = (steps - 1) * 40 * columns + dense
    #expect(Self.network.operations(batch: rows, in: .backward) == Double(2 * rows * backward))
    #expect(Self.network.operations(batch: rows) == Double(2 * rows * (2 * (lstm + dense) + backward)))
  }
}

/// Writes down what it is told, by any thread.
private final class PhaseLog: StepWatch {
  private let log = Mutex<[(phase: StepPhase, thread: Int)]>([])

  var told: [(phase: StepPhase, thread: Int)] { log.withLock { $0 } }

  func begin(_ phase: StepPhase, thread: Int) {
    log.withLock { $0.append((phase, thread)) }
  }
}

import Dispatch
import RecurrentEngine
import SeededRandom

/// Medians of repeated work, in seconds.
enum Timing {
  /// One training step.
  static func trainingStep(_ network: Network, batch: Int, threads: Int, seconds: Double) -> Double {
    median(of: TrainingLoop(network, batch: batch, threads: threads), seconds: seconds)
  }

  /// A turn, after five that do not count.
  static func median(of loop: some TimedLoop, seconds: Double) -> Double {
    for _ in 0..<5 { loop.step() }
    var times: [Double] = []
    let end = now() + seconds
    while times.isEmpty || now() < end {
      let start = now()
      loop.step()
      times.append(now() - start)
    }
    times.sort()
    return times[times.count / 2]
  }

  static func now() -> Double {
    Double(DispatchTime.now().uptimeNanoseconds) * 1e-9
  }
}

extension Batch {
  /// Random classes, and random tokens or pixels of which a fifth is not zero, as in pictures of digits.
  init(random network: Network, count: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: .tests)
    let (steps, features) = (network.input.steps, network.input.features)
    let classes = (0..<count * network.outputSteps).map { _ in Int32(stream.whole(below: network.outputs)) }
    let inputs: any BatchInputs
    if network.input.isTokens {
      inputs = SequenceTokens((0..<count * steps).map { _ in stream.whole(below: features) }, steps: steps)
    } else {
      let values = (0..<count * steps * features).map { _ in
        let value = Float(stream.uniformDouble())
        return stream.uniformDouble() < 0.2 ? value : 0
      }
      inputs = SequenceValues(values, input: network.input)
    }
    self.init(inputs: inputs, count: count, targets: .classes(classes))
  }
}

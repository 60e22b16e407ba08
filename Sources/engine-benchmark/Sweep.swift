import RecurrentEngine

/// How the time of a step grows with the batch, the units and the time steps of an LSTM that reads 28 pixels a step.
struct Sweep {
  let seconds: Double
  let threads: Int

  func run() {
    printLine("batch  units  steps     ms/step   GFLOP/s  of ceiling")
    for batch in [16, 32, 64, 128, 256, 512, 1024] { time(batch: batch, units: 150, steps: 28) }
    for units in [50, 128, 150, 256, 512, 1024] { time(batch: 128, units: units, steps: 28) }
    for steps in [28, 56, 112, 196, 392, 784] { time(batch: 128, units: 150, steps: steps) }
  }

  private func time(batch: Int, units: Int, steps: Int) {
    let network = Network(
      input: SequenceShape(steps: steps, features: 28), layers: [LSTM(units: units), Dense(units: 10)],
      readout: .finalState, loss: .softmaxCrossEntropy, outputs: 10)
    let before = Ceiling.measure(threads: threads)
    let time = Timing.trainingStep(network, batch: batch, threads: threads, seconds: seconds)
    let ceiling = (before + Ceiling.measure(threads: threads)) / 2
    let rate = network.operations(batch: batch) / time
    let columns = [
      padded("\(batch)", 5), padded("\(units)", 5), padded("\(steps)", 5), padded(milliseconds(time), 10),
      padded("\(Int((rate * 1e-9).rounded()))", 8), padded(percent(rate / ceiling), 10),
    ]
    printLine(columns.joined(separator: "  "))
  }
}

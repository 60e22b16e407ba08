import Foundation
import RecurrentEngine

/// A layer once more, in Double, with plain loops and the system's functions.
protocol ReferenceLayer {
  /// What the layer makes of a sequence, with its parameters in order, from a state of zero.
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]]
}

extension Dense: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    sequence.map { activation.reference(affine($0, parameters[0], parameters[1])) }
  }
}

extension SimpleRNN: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    var state = Array(repeating: 0.0, count: units)
    return sequence.map { input in
      state = activation.reference(affine(input + state, parameters[0], parameters[1]))
      return state
    }
  }
}

extension LSTM: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    var state = Array(repeating: 0.0, count: units)
    var memory = state
    return sequence.map { input in
      let gates = affine(input + state, parameters[0], parameters[1])
      for unit in 0..<units {
        let (i, j) = (gates[unit], gates[units + unit])
        let (f, o) = (gates[2 * units + unit] + forgetBias, gates[3 * units + unit])
        memory[unit] = memory[unit] * logistic(f) + logistic(i) * tanh(j)
        state[unit] = tanh(memory[unit]) * logistic(o)
      }
      return state
    }
  }
}

extension GRU: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    var state = Array(repeating: 0.0, count: units)
    return sequence.map { input in
      let ofInput = affine(input, parameters[0], parameters[2])
      let ofState = affine(state, parameters[1], parameters[3])
      state = (0..<units).map { unit in
        let r = logistic(ofInput[unit] + ofState[unit])
        let z = logistic(ofInput[units + unit] + ofState[units + unit])
        let n = tanh(ofInput[2 * units + unit] + r * ofState[2 * units + unit])
        return (1 - z) * n + z * state[unit]
      }
      return state
    }
  }
}

extension Embedding: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    sequence.map { affine($0, parameters[0], Array(repeating: 0, count: units)) }
  }
}

extension LayerNorm: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    sequence.map { input in
      let mean = input.reduce(0, +) / Double(input.count)
      let variance = input.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(input.count)
      return input.indices.map { unit in
        (input[unit] - mean) / (variance + epsilon).squareRoot() * parameters[0][unit] + parameters[1][unit]
      }
    }
  }
}

extension Bidirectional: ReferenceLayer {
  func outputs(_ sequence: [[Double]], parameters: [[Double]]) -> [[Double]] {
    guard let layer = layer as? any ReferenceLayer else { return [] }
    let half = parameters.count / 2
    let onward = layer.outputs(sequence, parameters: Array(parameters[..<half]))
    let back = layer.outputs(sequence.reversed(), parameters: Array(parameters[half...]))
    return zip(onward, back.reversed()).map { $0 + $1 }
  }

  /// What the layer has when it has read all in both directions.
  func finalState(_ outputs: [[Double]]) -> [Double] {
    guard let first = outputs.first, let last = outputs.last else { return [] }
    return Array(last[..<(last.count / 2)]) + Array(first[(first.count / 2)...])
  }
}

/// The forward pass once more, in Double: what the engine is compared with.
struct ReferenceNetwork {
  let network: Network

  /// The mean loss over the batch's targets.
  func loss(_ batch: Batch, parameters: [Double]) -> Double {
    let (steps, features) = (network.input.steps, network.input.features)
    let outputSteps = network.outputSteps
    let inputs = batch.values(features: features)
    var sum = 0.0
    var count = 0
    for row in 0..<batch.count {
      let length = batch.lengths?[row] ?? steps
      let start = row * steps * features
      let values = inputs[start..<start + length * features].map { Double($0) }
      let outputs = outputs(values, parameters: parameters)
      for (step, output) in outputs.enumerated() {
        guard let loss = loss(of: output, at: row * outputSteps + step, in: batch) else { continue }
        sum += loss
        count += 1
      }
    }
    return sum / Double(count)
  }

  /// The gradient by central differences.
  func gradient(_ batch: Batch, parameters: [Double], distance: Double = 1e-5) -> [Double] {
    parameters.indices.map { index in
      var parameters = parameters
      let center = parameters[index]
      parameters[index] = center + distance
      let above = loss(batch, parameters: parameters)
      parameters[index] = center - distance
      return (above - loss(batch, parameters: parameters)) / (2 * distance)
    }
  }

  /// What the network says of one example, [T, D] row-major: one output, or one each step.
  func outputs(_ values: [Double], parameters: [Double]) -> [[Double]] {
    let features = network.input.features
    var sequence = stride(from: 0, to: values.count, by: features).map { Array(values[$0..<$0 + features]) }
    let lastRecurrent = network.layers.lastIndex(where: \.isRecurrent)
    let readsOne = network.readout != .everyStep
    if lastRecurrent == nil && readsOne { sequence = Array(sequence.suffix(1)) }
    for (index, layer) in network.layers.enumerated() {
      let name = network.summary[index].name
      let slots = network.parameters.filter { $0.name.hasPrefix("\(name)/") }
      if let layer = layer as? any ReferenceLayer {
        sequence = layer.outputs(sequence, parameters: slots.map { Array(parameters[$0.range]) })
      }
      if index == lastRecurrent && readsOne { sequence = [readout(of: layer, sequence)] }
    }
    return sequence
  }

  private func readout(of layer: any Layer, _ outputs: [[Double]]) -> [Double] {
    switch network.readout {
    case .finalState: (layer as? Bidirectional)?.finalState(outputs) ?? outputs[outputs.count - 1]
    case .mean: outputs[0].indices.map { unit in outputs.reduce(0) { $0 + $1[unit] } / Double(outputs.count) }
    case .lastOutput, .everyStep: outputs[outputs.count - 1]
    }
  }

  /// The loss of one output; nil where it has no target.
  private func loss(of outputs: [Double], at place: Int, in batch: Batch) -> Double? {
    switch batch.targets {
    case .classes(let classes):
      classes[place] < 0 ? nil : smoothedLoss(of: outputs, target: Int(classes[place]), batch.labelSmoothing)
    case .numbers(let numbers):
      zip(outputs, numbers[(place * outputs.count)...]).reduce(0) { $0 + ($1.0 - Double($1.1)) * ($1.0 - Double($1.1)) }
        / Double(outputs.count)
    }
  }

  /// The loss of a target of which every class has a share.
  private func smoothedLoss(of outputs: [Double], target: Int, _ smoothing: Double) -> Double? {
    let losses = outputs.indices.compactMap { loss(of: outputs, target: $0) }
    guard losses.count == outputs.count else { return nil }
    return (1 - smoothing) * losses[target] + smoothing * losses.reduce(0, +) / Double(losses.count)
  }

  private func loss(of outputs: [Double], target: Int) -> Double? {
    switch network.loss {
    case .softmaxCrossEntropy:
      return -log(normalized(outputs)[target])
    case .crossEntropy:
      let probability = outputs[target] / outputs.reduce(0, +)
      return -log(min(max(probability, 1e-7), 1 - 1e-7))
    case .meanSquaredError:
      return nil
    }
  }
}

/// input·kernel + bias.
func affine(_ input: [Double], _ kernel: [Double], _ bias: [Double]) -> [Double] {
  bias.indices.map { column in
    input.indices.reduce(bias[column]) { $0 + input[$1] * kernel[$1 * bias.count + column] }
  }
}

func logistic(_ x: Double) -> Double {
  1 / (1 + exp(-x))
}

extension Activation {
  fileprivate func reference(_ values: [Double]) -> [Double] {
    switch self {
    case .none: values
    case .tanh: values.map { Foundation.tanh($0) }
    case .relu: values.map { max($0, 0) }
    case .sigmoid: values.map { logistic($0) }
    case .softmax: normalized(values)
    }
  }
}

private func normalized(_ logits: [Double]) -> [Double] {
  let largest = logits.max() ?? 0
  let powers = logits.map { exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

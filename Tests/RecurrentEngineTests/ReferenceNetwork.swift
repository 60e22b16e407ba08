import Foundation
import RecurrentEngine

/// The forward pass once more, in Double, with plain loops and the system's functions: what the engine is compared with.
struct ReferenceNetwork {
  let network: Network

  /// The mean loss of the batch's rows.
  func loss(_ batch: Batch, parameters: [Double]) -> Double {
    let stride = network.input.steps * network.input.features
    var sum = 0.0
    for row in 0..<batch.count {
      let values = batch.values[row * stride..<(row + 1) * stride].map { Double($0) }
      sum += loss(of: outputs(values, parameters: parameters), label: Int(batch.labels[row]))
    }
    return sum / Double(batch.count)
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

  /// The last layer's outputs for one example, [T, D] row-major.
  func outputs(_ values: [Double], parameters: [Double]) -> [Double] {
    let features = network.input.features
    var sequence = stride(from: 0, to: values.count, by: features).map { Array(values[$0..<$0 + features]) }
    let lastRecurrent = network.layers.lastIndex { layer in
      if case .dense = layer { false } else { true }
    }
    if lastRecurrent == nil { sequence = Array(sequence.suffix(1)) }
    let slots = network.parameters
    for (index, layer) in network.layers.enumerated() {
      let kernel = Array(parameters[slots[2 * index].range])
      let bias = Array(parameters[slots[2 * index + 1].range])
      switch layer {
      case .dense(let dense):
        sequence = sequence.map { apply(dense.activation, to: affine($0, kernel, bias)) }
      case .simpleRNN(let cell):
        var state = Array(repeating: 0.0, count: cell.units)
        sequence = sequence.map { input in
          state = apply(cell.activation, to: affine(input + state, kernel, bias))
          return state
        }
      case .lstm(let cell):
        var state = Array(repeating: 0.0, count: cell.units)
        var memory = state
        sequence = sequence.map { input in
          let sums = affine(input + state, kernel, bias)
          for unit in 0..<cell.units {
            let (i, j) = (sums[unit], sums[cell.units + unit])
            let (f, o) = (sums[2 * cell.units + unit] + cell.forgetBias, sums[3 * cell.units + unit])
            memory[unit] = memory[unit] * sigmoid(f) + sigmoid(i) * tanh(j)
            state[unit] = tanh(memory[unit]) * sigmoid(o)
          }
          return state
        }
      }
      if index == lastRecurrent { sequence = Array(sequence.suffix(1)) }
    }
    return sequence[0]
  }

  private func loss(of outputs: [Double], label: Int) -> Double {
    switch network.loss {
    case .softmaxCrossEntropy:
      return -log(softmax(outputs)[label])
    case .crossEntropy:
      let probability = outputs[label] / outputs.reduce(0, +)
      return -log(min(max(probability, 1e-7), 1 - 1e-7))
    }
  }

  private func affine(_ input: [Double], _ kernel: [Double], _ bias: [Double]) -> [Double] {
    bias.indices.map { column in
      input.indices.reduce(bias[column]) { $0 + input[$1] * kernel[$1 * bias.count + column] }
    }
  }

  private func apply(_ activation: Activation, to sums: [Double]) -> [Double] {
    switch activation {
    case .none: sums
    case .tanh: sums.map { tanh($0) }
    case .relu: sums.map { max($0, 0) }
    case .sigmoid: sums.map { sigmoid($0) }
    case .softmax: softmax(sums)
    }
  }

  private func sigmoid(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }

  private func softmax(_ logits: [Double]) -> [Double] {
    let largest = logits.max() ?? 0
    let powers = logits.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}

import Datasets
import RecurrentEngine

/// Some examples to put through a network together, a row each.
final class ExampleBatch: BatchInputs {
  let examples: any ExampleSet
  let indices: [Int]
  /// The number of the first row's draw; those of the others follow.
  let firstDraw: Int

  init(_ examples: any ExampleSet, at indices: [Int], firstDraw: Int = 0) {
    self.examples = examples
    self.indices = indices
    self.firstDraw = firstDraw
  }

  /// The rows as the engine takes them.
  var batch: Batch {
    let shape = examples.shape
    return Batch(
      inputs: self, count: indices.count, targets: targets,
      lengths: shape.hasOwnLengths ? indices.map { examples.steps(of: $0) } : nil, carriesState: shape.isRunning)
  }

  private var targets: Targets {
    switch examples.targets {
    case .classes(let examples): .classes(classes(of: examples))
    case .numbers(let examples): .numbers(numbers(of: examples))
    }
  }

  private func classes(of examples: any ClassTargets) -> [Int32] {
    let outputs = examples.shape.targets(steps: examples.shape.steps)
    var classes = [Int32](repeating: -1, count: indices.count * outputs)
    for (row, index) in indices.enumerated() {
      for step in 0..<examples.shape.targets(steps: examples.steps(of: index)) {
        classes[row * outputs + step] = Int32(examples.target(of: index, at: step))
      }
    }
    return classes
  }

  private func numbers(of examples: any NumberTargets) -> [Float] {
    let (shape, outputs) = (examples.shape, examples.shape.targets(steps: examples.shape.steps))
    var numbers = [Float](repeating: 0, count: indices.count * outputs * shape.outputs)
    for (row, index) in indices.enumerated() {
      for step in 0..<shape.targets(steps: examples.steps(of: index)) {
        let place = (row * outputs + step) * shape.outputs
        for (column, number) in examples.numbers(of: index, at: step).enumerated() { numbers[place + column] = number }
      }
    }
    return numbers
  }

  func write(row: Int, into target: InputRow) {
    var sink = RowSink(row: target)
    examples.write(indices[row], draw: firstDraw + row, into: &sink)
  }
}

/// Hands what an example writes to the engine.
private struct RowSink: ExampleSink {
  let row: InputRow

  mutating func set(step: Int, to numbers: Span<Float>) {
    numbers.withUnsafeBufferPointer { row.set(step: step, to: $0) }
  }

  mutating func set(step: Int, toToken token: Int) {
    row.set(step: step, toToken: token)
  }
}

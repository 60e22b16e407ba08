/// Rows that lie in memory, batch-major: [B, T, D].
package final class SequenceValues: BatchInputs {
  package let input: SequenceShape
  package let values: [Float]

  package init(_ values: [Float], input: SequenceShape) {
    precondition(values.count % (input.steps * input.features) == 0, "there are whole rows")
    self.values = values
    self.input = input
  }

  package func write(row: Int, into target: InputRow) {
    values.withUnsafeBufferPointer { values in
      for step in target.steps {
        let start = (row * input.steps + step) * input.features
        target.set(step: step, to: UnsafeBufferPointer(rebasing: values[start..<start + input.features]))
      }
    }
  }
}

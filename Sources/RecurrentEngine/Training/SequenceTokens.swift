/// Rows of tokens that lie in memory, batch-major: [B, T].
package final class SequenceTokens: BatchInputs {
  package let steps: Int
  package let tokens: [Int]

  package init(_ tokens: [Int], steps: Int) {
    precondition(tokens.count % steps == 0, "there are whole rows")
    self.tokens = tokens
    self.steps = steps
  }

  package func write(row: Int, into target: InputRow) {
    for step in target.steps { target.set(step: step, toToken: tokens[row * steps + step]) }
  }
}

/// What tells something from sequences: layers, the place where the sequence becomes a vector, and the loss.
///
/// Layers up to the last recurrent one work on sequences, a dense layer on every step alike. After the last recurrent layer the
/// readout takes one vector of H, on which the remaining layers work, or every step. Without a recurrent layer it takes the last step of
/// the input, or every step.
package struct Network: Sendable {
  package let input: SequenceShape
  package let layers: [any Layer]
  package let readout: Readout
  package let loss: Loss
  /// The numbers of an output (K): one for each class, or those that the loss holds against the targets.
  package let outputs: Int

  /// Makes a network of which `problems(input:layers:readout:loss:outputs:)` has nothing to say.
  package init(input: SequenceShape, layers: [any Layer], readout: Readout, loss: Loss, outputs: Int) {
    precondition(
      Network.problems(input: input, layers: layers, readout: readout, loss: loss, outputs: outputs).isEmpty,
      "a network is made only after its problems were looked for and none were found")
    self.input = input
    self.layers = layers
    self.readout = readout
    self.loss = loss
    self.outputs = outputs
  }
}

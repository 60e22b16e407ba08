/// A sequence classifier: layers, the place where the sequence becomes a vector, and the loss.
///
/// Layers before the last recurrent one work on sequences, a dense layer on every step alike. After the last recurrent layer the
/// readout takes one vector of H, on which the remaining layers work. Without a recurrent layer it takes the last step of the input.
package struct Network: Sendable, Hashable {
  package let input: SequenceShape
  package let layers: [Layer]
  package let readout: Readout
  package let loss: Loss
  /// How many classes the labels have (K).
  package let classes: Int

  /// Makes a network of which `problems(input:layers:readout:loss:classes:)` has nothing to say.
  package init(input: SequenceShape, layers: [Layer], readout: Readout, loss: Loss, classes: Int) {
    precondition(
      Network.problems(input: input, layers: layers, readout: readout, loss: loss, classes: classes).isEmpty,
      "a network is made only after its problems were looked for and none were found")
    self.input = input
    self.layers = layers
    self.readout = readout
    self.loss = loss
    self.classes = classes
  }

  /// The place of the last recurrent layer, after which the sequence becomes a vector.
  var lastRecurrentIndex: Int? {
    layers.lastIndex(where: \.isRecurrent)
  }
}

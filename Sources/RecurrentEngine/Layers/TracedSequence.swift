/// What a recurrent layer at work can show of its steps.
package struct TracedSequence {
  /// The gates in the order of the kernel's columns; after the way back the gradient of their pre-activations: [T, B, G·H].
  let gates: PanelMatrix
  /// The state after each step, [T, B, H].
  let states: PanelMatrix
}

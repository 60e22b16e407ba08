/// What becomes of a sequence after the last recurrent layer.
package enum Readout: String, Sendable, Hashable, CaseIterable {
  /// The state h that the cell ends in.
  case finalState = "final_state"
  /// The last of the outputs.
  case lastOutput = "last_output"
  /// The mean of the outputs of all steps of a row.
  case mean
  /// All of the outputs: the layers behind work on every step, and each step has a target.
  case everyStep = "every_step"
}

/// What becomes of a sequence after the last recurrent layer.
package enum Readout: String, Sendable, Hashable, CaseIterable {
  /// The state h that the cell ends in.
  case finalState = "final_state"
  /// The last of the outputs.
  case lastOutput = "last_output"
}

/// What a trace can show.
enum TracePart: String, Sendable, Hashable, CaseIterable {
  /// What the network would say if the example ended at each step.
  case probabilities
  /// The state of the last recurrent layer.
  case states
  /// Its gates.
  case gates
  /// How far back the loss reaches, in every recurrent layer.
  case gradient
}

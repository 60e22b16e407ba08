import NotebookPlanning
import RecurrentEngine

/// Options that several kinds of layers have.
enum LayerOptions {
  static let units = DeclaredOption(
    "units", .integer(1...4096), "How many outputs the layer has.", isRequired: true,
    alsoKnownAs: [
      "hidden_size", "num_units", "n_units", "hidden_units", "hidden", "hidden_dim", "size", "neurons", "nodes",
      "width", "out_features", "output_dim", "embedding_dim", "dim",
    ])
  static let initial = DeclaredOption(
    "initial", InitializerRegistry.registry.type, default: NestedValue(GlorotUniformInitializer.self),
    "How the kernel is drawn.", alsoKnownAs: ["kernel_initializer", "initializer", "init", "weight_init"])
  static let recurrentInitial = DeclaredOption(
    "recurrent_initial", InitializerRegistry.registry.type,
    "How the rows of the kernel that meet the state are drawn.",
    otherwise: "the whole kernel, inputs and state together, is drawn in one go by `initial`",
    alsoKnownAs: ["recurrent_initializer"])
  static let bias = DeclaredOption(
    "bias", .number(-1000...1000), default: 0, "The initial value of each bias.",
    alsoKnownAs: ["bias_initializer", "initial_bias", "use_bias"])

  /// One of these, or of all, activations.
  static func activation(default standard: Activation, of words: [Activation] = Activation.allCases)
    -> DeclaredOption<Activation>
  {
    DeclaredOption(
      "activation", .word(of: words), default: standard, "What the layer does to its pre-activations.",
      examples: OptionExamples(words.filter { $0 != standard }.map(\.rawValue) + [standard.rawValue]),
      alsoKnownAs: ["nonlinearity", "act", "activation_function"])
  }
}

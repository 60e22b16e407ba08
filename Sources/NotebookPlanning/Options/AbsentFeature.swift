/// What people look for who come from elsewhere and what the language does not have, by the words that they use for it.
enum AbsentFeature {
  /// What holds in its place; nil for any other word.
  static func phrase(for word: String) -> String? {
    let word = word.lowercased().replacing("-", with: "_")
    return all.first { $0.words.contains(word) }?.phrase
  }

  private static let all: [(words: Set<String>, phrase: String)] = [
    (
      ["dropout", "dropout_rate", "recurrent_dropout", "keep_prob", "p_dropout"],
      "dropout is a layer of its own: '- dropout: {rate: 0.5}'"
    ),
    (["return_sequences", "stateful", "num_layers"], "layers stand one below the other in 'layers'"),
    (["bidirectional"], "a layer that reads both ways is written '- bidirectional: {layer: {lstm: {units: 64}}}'"),
    (["x_label", "xlabel", "y_label", "ylabel", "legend"], "axes and legend are named by the series"),
    (["device", "gpu", "cuda", "dtype", "precision"], "a run takes place on processors, in 32 bits"),
    (["threads", "workers", "num_workers", "n_jobs"], "the command line says how many threads: --threads"),
    (["verbose", "progress", "log_level"], "the command line says how progress is shown: --progress"),
    (
      ["seed", "random_seed", "random_state", "manual_seed"],
      "the seed stands in the front matter, or in a cell that builds, trains or generates"
    ),
    (["save", "checkpoint", "save_path", "output"], "what cells leave is kept by itself"),
    (["description", "abstract", "tags", "keywords"], "the text below says what it is about"),
  ]
}

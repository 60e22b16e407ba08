extension DeclaredOption where Value == Int? {
  /// The seed of one cell.
  package static var seed: DeclaredOption {
    DeclaredOption(
      "seed", .integer(0...Int.max), "What the random numbers of this cell come from.", otherwise: "the notebook's",
      alsoKnownAs: ["random_seed", "random_state", "manual_seed"])
  }
}

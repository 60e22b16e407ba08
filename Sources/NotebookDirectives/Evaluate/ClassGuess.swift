import Datasets
import NotebookPlanning

/// How well classes at each time step are told, by the model or by something simple that it has to be better than.
struct ClassGuess {
  let name: String
  /// The mean cross-entropy in nats.
  let loss: Double
  let accuracy: Double

  /// Guesses by how often a class occurs in the training part, and by how often with what is seen at the same step.
  ///
  /// - Parameters:
  ///   - examples: What is to be told.
  ///   - data: The data set that they are of.
  ///   - seen: What a time step has, in words.
  /// - Returns: Both, in this order.
  static func simple(_ examples: any ClassTargets, of data: LoadedDataset, by seen: String) -> [ClassGuess] {
    guard case .classes(let train)? = data.examples(.train)?.targets else { return [] }
    let (frequencies, counts) = (ClassFrequencies(train.targetCounts), examples.targetCounts)
    let frequent = ClassGuess(
      name: "guessing by frequency", loss: frequencies.crossEntropy(of: counts),
      accuracy: frequencies.accuracy(of: counts))
    guard let guess = TokenSuccession(train)?.guess(examples) else { return [frequent] }
    return [
      frequent, ClassGuess(name: "guessing by \(seen)", loss: guess.crossEntropy, accuracy: guess.accuracy),
    ]
  }
}

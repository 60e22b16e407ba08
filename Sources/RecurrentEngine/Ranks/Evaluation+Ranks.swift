extension Evaluation {
  /// What one rank has to say, given to all of them.
  func shared(from rank: Int, _ communicator: any Communicator) -> Evaluation {
    func share<Value: BitwiseCopyable>(_ own: [Value], _ count: Int64, of value: Value) -> [Value] {
      var values = rank == communicator.rank ? own : Array(repeating: value, count: Int(count))
      values.withUnsafeMutableBytes { communicator.broadcast($0, from: rank) }
      return values
    }
    // None of which can be the number of a class.
    let classes = predictions.map { Int64($0 ?? -1) }
    let counts = share(
      [losses.count, classes.count, probabilities.count, numbers.count, correct].map { Int64($0) }, 5, of: 0)
    return Evaluation(
      losses: share(losses, counts[0], of: 0),
      predictions: share(classes, counts[1], of: 0).map { $0 < 0 ? nil : Int($0) },
      probabilities: share(probabilities, counts[2], of: 0), numbers: share(numbers, counts[3], of: 0),
      correct: Int(counts[4]), targetCount: targetCount)
  }

  /// Appends what is said of the rows that follow.
  mutating func append(_ rows: Evaluation) {
    losses += rows.losses
    predictions += rows.predictions
    probabilities += rows.probabilities
    numbers += rows.numbers
    correct += rows.correct
  }
}

import Datasets

extension ExampleShape {
  /// How many examples are evaluated together: enough for the products to be fast.
  ///
  /// A running sequence is cut into so many streams, each of which begins in states of zero; more would begin too often.
  var evaluatedRows: Int { isRunning ? 16 : 128 }
}

extension ExampleSet {
  /// Evaluates some examples that stand alone, in the order given, or a whole set.
  ///
  /// - Parameters:
  ///   - indices: The examples that are wanted.
  ///   - isCancelled: Asked before each draw.
  ///   - evaluate: What each of those who speak makes of a draw, which may go on where the one before it ended.
  /// - Returns: What each makes of all that was drawn, in the order of the examples when nothing was cancelled.
  func evaluated(
    at indices: [Int], isCancelled: () -> Bool = { false },
    by evaluate: (_ batch: ExampleBatch, _ goesOn: Bool) -> [SplitEvaluation]
  ) -> [SplitEvaluation] {
    var whole: [SplitEvaluation] = []
    var order: [Int] = []
    for draw in ExampleWalk(indices, rows: shape.evaluatedRows, isRunning: shape.isRunning) {
      if isCancelled() { return whole }
      let said = evaluate(ExampleBatch(self, at: draw.indices), draw.goesOn)
      if whole.isEmpty { whole = said.map { _ in SplitEvaluation() } }
      for (place, evaluation) in said.enumerated() { whole[place].append(evaluation) }
      order += draw.indices
    }
    return shape.isRunning ? whole.map { $0.sorted(by: order) } : whole
  }
}

import RecurrentEngine

/// How far the numbers that a network says are from those that were to be told, output by output.
struct NumberErrors {
  /// The mean square of each output's K differences, 0 where there is nothing to tell; empty where the targets are classes.
  private(set) var squares: [Double] = []
  /// The same of their magnitudes.
  private(set) var magnitudes: [Double] = []

  init() {}

  /// Holds what was said of a batch against its targets.
  init(_ evaluation: Evaluation, of batch: Batch) {
    guard case .numbers(let targets) = batch.targets else { return }
    let said = evaluation.numbers
    let steps = evaluation.losses.count / batch.count
    let ends = OutputEnds(lengths: batch.lengths, steps: steps)
    let outputs = said.count / evaluation.losses.count
    for place in evaluation.losses.indices {
      let isTold = place % steps < ends[place / steps]
      var (square, magnitude) = (0.0, 0.0)
      for index in place * outputs..<(isTold ? place + 1 : place) * outputs {
        let difference = Double(said[index]) - Double(targets[index])
        square += difference * difference
        magnitude += abs(difference)
      }
      squares.append(square / Double(outputs))
      magnitudes.append(magnitude / Double(outputs))
    }
  }

  mutating func append(_ errors: NumberErrors) {
    squares += errors.squares
    magnitudes += errors.magnitudes
  }

  /// The same in another order of the outputs.
  func rearranged(_ rearrange: ([Double]) -> [Double]) -> NumberErrors {
    var errors = self
    errors.squares = rearrange(squares)
    errors.magnitudes = rearrange(magnitudes)
    return errors
  }
}

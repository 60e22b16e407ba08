import Datasets
import NotebookPlanning

/// How well numbers are told, by the model or by something simple that it has to be better than.
struct NumberGuess {
  /// What its fields begin with; nothing for the model.
  let field: String
  let name: String
  let meanSquaredError: Double
  let meanAbsoluteError: Double

  /// Always says the mean of the training part, and where later values are told the last one.
  ///
  /// - Parameters:
  ///   - examples: What is to be told.
  ///   - data: The data set that they are of.
  /// - Returns: The guesses, in this order.
  static func simple(_ examples: any NumberTargets, of data: LoadedDataset) -> [NumberGuess] {
    guard case .numbers(let train)? = data.examples(.train)?.targets else { return [] }
    let mean = train.meanNumbers
    let always = NumberGuess("baseline_", "always saying the mean", of: examples) { _, _ in mean }
    guard examples.shape.isForecast else { return [always] }
    let last = NumberGuess("last_value_", "saying the last value", of: examples) { index, step in
      examples.lastNumbers(of: index, at: step)?.map { Double($0) } ?? []
    }
    return [always, last]
  }

  init(field: String, name: String, meanSquaredError: Double, meanAbsoluteError: Double) {
    self.field = field
    self.name = name
    self.meanSquaredError = meanSquaredError
    self.meanAbsoluteError = meanAbsoluteError
  }

  private init(
    _ field: String, _ name: String, of examples: any NumberTargets,
    saying said: (_ index: Int, _ step: Int) -> [Double]
  ) {
    var (square, magnitude, count) = (0.0, 0.0, 0)
    for index in 0..<examples.count {
      for step in 0..<examples.shape.targets(steps: examples.steps(of: index)) {
        for (number, said) in zip(examples.numbers(of: index, at: step), said(index, step)) {
          square += (Double(number) - said) * (Double(number) - said)
          magnitude += abs(Double(number) - said)
          count += 1
        }
      }
    }
    self.init(
      field: field, name: name, meanSquaredError: square / Double(max(1, count)),
      meanAbsoluteError: magnitude / Double(max(1, count)))
  }
}

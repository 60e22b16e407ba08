import RecurrentEngine
import SeededRandom

extension Evaluation {
  /// What the mean of several networks' outputs says of the same rows; that of one is its own.
  init(meanOf evaluations: [Evaluation], of rows: Batch) {
    guard evaluations.count > 1, let first = evaluations.first else {
      self = evaluations.first ?? Evaluation(targetCount: 0)
      return
    }
    switch rows.targets {
    case .classes(let targets): self.init(meanOf: evaluations, targets: targets, targetCount: first.targetCount)
    case .numbers:
      let numbers = Self.mean(of: evaluations.map(\.numbers))
      let said = Evaluation(losses: first.losses, numbers: numbers, targetCount: first.targetCount)
      self.init(losses: NumberErrors(said, of: rows).squares, numbers: numbers, targetCount: first.targetCount)
    }
  }

  /// Nothing is read where one of the networks reads nothing.
  private init(meanOf evaluations: [Evaluation], targets: [Int32], targetCount: Int) {
    let probabilities = Self.mean(of: evaluations.map(\.probabilities))
    let classes = probabilities.count / max(1, targets.count)
    var losses: [Double] = []
    var predictions: [Int?] = []
    var correct = 0
    for (place, target) in targets.enumerated() {
      let said = probabilities[place * classes..<(place + 1) * classes]
      let isRead = evaluations.allSatisfy { $0.predictions[place] != nil }
      let largest = said.max()
      let prediction = isRead ? said.firstIndex { $0 == largest }.map { $0 - said.startIndex } : nil
      predictions.append(prediction)
      guard target >= 0 else {
        losses.append(0)
        continue
      }
      losses.append(isRead ? Self.loss(of: said[said.startIndex + Int(target)]) : .nan)
      if prediction == Int(target) { correct += 1 }
    }
    self.init(
      losses: losses, predictions: predictions, probabilities: probabilities, correct: correct,
      targetCount: targetCount)
  }

  /// The cross-entropy of a mean probability, which is taken for no smaller than the least that a float can be.
  private static func loss(of probability: Float) -> Double {
    -PortableMath.log(Double(max(probability, Float.leastNonzeroMagnitude)))
  }

  /// Added in the order of the networks.
  private static func mean(of values: [[Float]]) -> [Float] {
    (values.first ?? []).indices.map { place in
      Float(values.reduce(0.0) { $0 + Double($1[place]) } / Double(values.count))
    }
  }
}

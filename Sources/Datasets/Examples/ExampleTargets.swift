/// What is to be told of the examples of a set.
package enum ExampleTargets: Sendable {
  case classes(any ClassTargets)
  case numbers(any NumberTargets)
}

/// Examples of which a class is to be told, once or at each time step.
package protocol ClassTargets: ExampleSet {
  /// How the classes are called, in their order.
  var classNames: [String] { get }

  /// A class of an example: the only one, told at step 0, or that of each time step.
  func target(of index: Int, at step: Int) -> Int
}

extension ClassTargets {
  package var targets: ExampleTargets { .classes(self) }

  /// How often each class is to be told, in the order of the classes.
  package var targetCounts: [Int] {
    var counts = [Int](repeating: 0, count: shape.outputs)
    for index in 0..<count {
      for step in 0..<shape.targets(steps: steps(of: index)) { counts[target(of: index, at: step)] += 1 }
    }
    return counts
  }
}

/// Examples of which K numbers are to be told, once or at each time step.
package protocol NumberTargets: ExampleSet {
  /// How the numbers are called, in their order.
  var numberNames: [String] { get }

  /// The numbers of an example: the only ones, told at step 0, or those of each time step.
  func numbers(of index: Int, at step: Int) -> [Float]

  /// What the numbers were when they are to be told; nil unless later values of them are.
  func lastNumbers(of index: Int, at step: Int) -> [Float]?
}

extension NumberTargets {
  package func lastNumbers(of index: Int, at step: Int) -> [Float]? { nil }

  package var targets: ExampleTargets { .numbers(self) }

  /// The mean of each of the K numbers over all that is to be told, added in the order of the examples; 0 where there is nothing.
  package var meanNumbers: [Double] {
    var sums = [Double](repeating: 0, count: shape.outputs)
    var told = 0
    for index in 0..<count {
      for step in 0..<shape.targets(steps: steps(of: index)) {
        for (place, number) in numbers(of: index, at: step).enumerated() { sums[place] += Double(number) }
        told += 1
      }
    }
    return sums.map { $0 / Double(max(1, told)) }
  }
}

extension ExampleSet {
  /// The first example of which not the same is to be told as of that in another set; nil where all are alike.
  package func firstTold(otherwiseThan others: any ExampleSet) -> Int? {
    let isAlike: (Int, Int) -> Bool
    switch (targets, others.targets) {
    case (.classes(let mine), .classes(let theirs)):
      isAlike = { mine.target(of: $0, at: $1) == theirs.target(of: $0, at: $1) }
    case (.numbers(let mine), .numbers(let theirs)):
      isAlike = { mine.numbers(of: $0, at: $1) == theirs.numbers(of: $0, at: $1) }
    default: return 0
    }
    for index in 0..<min(count, others.count) {
      let told = shape.targets(steps: steps(of: index))
      guard told == others.shape.targets(steps: others.steps(of: index)),
        (0..<told).allSatisfy({ isAlike(index, $0) })
      else { return index }
    }
    return count == others.count ? nil : min(count, others.count)
  }
}

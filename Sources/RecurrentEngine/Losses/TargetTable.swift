/// The targets of a batch, looked over: what is to be said of each of the S outputs of a row.
struct TargetTable {
  /// How many outputs have a target.
  let count: Int
  /// A class each output, or nothing.
  private let classes: [Int32]
  /// K numbers each output, or nothing.
  private let numbers: [Float]
  private let outputSteps: Int
  /// The numbers of an output (K).
  private let outputs: Int
  private let ends: OutputEnds
  /// What is to be said of each class where there is a target.
  let shares: ClassShares
  /// The row that is counted as the first.
  private var firstRow = 0

  /// Looks over the targets of some rows.
  ///
  /// - Parameters:
  ///   - targets: What is to be said.
  ///   - rows: Of how many rows (B).
  ///   - lengths: Their time steps; nil where all have as many.
  ///   - steps: The outputs of a row (S).
  ///   - outputs: The numbers of an output (K).
  ///   - loss: What they are held against.
  ///   - smoothing: The share of each label that is spread over all classes.
  init(
    _ targets: Targets, rows: Int, lengths: [Int]?, steps: Int, outputs: Int, loss: Loss,
    smoothing: Double = 0
  ) {
    outputSteps = steps
    self.outputs = outputs
    shares = ClassShares(classes: outputs, smoothing: smoothing)
    ends = OutputEnds(lengths: lengths, steps: steps)
    let places = rows * steps
    switch targets {
    case .classes(let classes):
      precondition(loss.target == .class, "the loss is one on classes")
      precondition(classes.count == places, "every output has a class or says it has none")
      precondition(
        classes.allSatisfy { $0 >= -1 && $0 < outputs }, "every class is one of the network's, or -1")
      (self.classes, numbers) = (classes, [])
      count = classes.count { $0 >= 0 }
    case .numbers(let numbers):
      precondition(loss.target == .number, "the loss is one on numbers")
      precondition(numbers.count == places * outputs, "every output has its numbers")
      (classes, self.numbers) = ([], numbers)
      count = ends.count(rows: rows)
    }
    precondition(hasNothingBehindEnds(rows: rows), "there is no target behind the end of a row")
  }

  private func hasNothingBehindEnds(rows: Int) -> Bool {
    classes.isEmpty
      || (0..<rows).allSatisfy { row in
        classes[row * outputSteps + ends[row]..<(row + 1) * outputSteps].allSatisfy { $0 == -1 }
      }
  }

  /// The targets of the rows from one of them.
  func rows(from row: Int) -> TargetTable {
    var table = self
    table.firstRow += row
    return table
  }

  /// The class of an output, if it has one.
  func `class`(row: Int, step: Int) -> Int? {
    let target = classes[(firstRow + row) * outputSteps + step]
    return target < 0 ? nil : Int(target)
  }

  /// The K numbers of an output, counted from 0, if it has some: all have up to their row's end.
  func numbers(row: Int, step: Int) -> TargetNumbers? {
    guard step < ends[firstRow + row] else { return nil }
    return TargetNumbers(numbers: numbers, first: ((firstRow + row) * outputSteps + step) * outputs)
  }
}

/// The numbers that an output is held against, counted from 0.
struct TargetNumbers {
  fileprivate let numbers: [Float]
  fileprivate let first: Int

  subscript(column: Int) -> Float { numbers[first + column] }
}

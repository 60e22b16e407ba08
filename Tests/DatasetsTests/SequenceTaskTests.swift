import Datasets
import Testing

/// Examples that are generated: numbers in, numbers to be told.
@Suite struct SequenceTaskTests {
  private static func examples(
    _ task: any SequenceTask.Type, count: Int = 200, steps: Int = 30, shortest: Int = 4, seed: UInt64 = 1
  ) throws -> SequenceExamples {
    try #require(
      task.examples(count: count, steps: steps, shortest: shortest, seed: seed) { false } as? SequenceExamples)
  }

  /// Other numbers are another result of every notebook that reads them, and have to be another edition.
  @Test func areTheSameNumbersEverywhere() throws {
    let (sines, sums) = (try Self.examples(SineTask.self).digest, try Self.examples(AddingTask.self).digest)
    #expect(sines.prefix(8) == SineTask.edition)
    #expect(sums.prefix(8) == AddingTask.edition)
  }

  @Test func haveTheStepsThatTheyMayHave() throws {
    let examples = try Self.examples(AddingTask.self)
    let steps = (0..<examples.count).map { examples.steps(of: $0) }
    #expect(Set(steps) == Set(4...30))
    #expect(examples.shape.hasOwnLengths)
    let equal = try Self.examples(AddingTask.self, count: 3, steps: 7, shortest: 7)
    #expect((0..<3).map { equal.steps(of: $0) } == [7, 7, 7])
    #expect(!equal.shape.hasOwnLengths)
  }

  @Test func followFromTheSeedAndTheirNumberAlone() throws {
    let few = try Self.examples(SineTask.self, count: 3)
    let many = try Self.examples(SineTask.self, count: 9)
    #expect((0..<3).allSatisfy { few.view(of: $0) == many.view(of: $0) })
    #expect(many[2..<3].view(of: 0) == few.view(of: 2))
    #expect(try Self.examples(SineTask.self, count: 3, seed: 2).view(of: 0) != few.view(of: 0))
  }

  @Test func addTheTwoNumbersThatAreMarked() throws {
    let examples = try Self.examples(AddingTask.self)
    for index in 0..<examples.count {
      let steps = Array(examples.numbers(of: index).prefix(examples.steps(of: index)))
      let marked = steps.indices.filter { steps[$0][1] == 1 }
      #expect(marked.count == 2 && marked[0] < steps.count / 2 && marked[1] >= steps.count / 2)
      #expect(steps.allSatisfy { 0 <= $0[0] && $0[0] < 1 && ($0[1] == 0 || $0[1] == 1) })
      #expect(examples.numbers(of: index, at: 0) == [steps[marked[0]][0] + steps[marked[1]][0]])
    }
  }

  @Test func tellTheSlopeOfTheWaveThatIsSeen() throws {
    let examples = try Self.examples(SineTask.self)
    for index in 0..<examples.count {
      for step in 0..<examples.steps(of: index) {
        let (sine, cosine) = (examples.numbers(of: index)[step][0], examples.numbers(of: index, at: step)[0])
        #expect(abs(sine * sine + cosine * cosine - 1) < 1e-6)
      }
      // The wave moves on by 1/40 to 1/10 of a turn.
      let turn =
        examples.numbers(of: index)[1][0] * examples.numbers(of: index, at: 0)[0]
        - examples.numbers(of: index)[0][0] * examples.numbers(of: index, at: 1)[0]
      #expect(turn > 0.156 && turn < 0.588)
    }
  }

  @Test func areShownAsCurves() throws {
    let examples = try Self.examples(AddingTask.self, count: 1, steps: 5, shortest: 5)
    guard case .curves(let curves) = examples.view(of: 0) else {
      Issue.record("the view is one of curves")
      return
    }
    #expect(curves.map(\.name) == ["number", "mark"])
    #expect(curves.map(\.values) == [0, 1].map { place in examples.numbers(of: 0).map { $0[place] } })
  }

  @Test func haveAMeanThatIsAddedUpOverTheirOwnSteps() throws {
    let examples = try Self.examples(SineTask.self, count: 20)
    let told = (0..<20).flatMap { index in (0..<examples.steps(of: index)).map { (index, $0) } }
    let mean = told.map { Double(examples.numbers(of: $0.0, at: $0.1)[0]) }.reduce(0, +) / Double(told.count)
    #expect(examples.meanNumbers == [mean])
  }
}

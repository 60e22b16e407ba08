import NotebookPlanning
import NotebookResults
import Testing

@testable import NotebookDirectives

/// How a learning rate goes on, by values worked out by hand.
struct ScheduleTests {
  /// The rates that a training of a tenth as its optimizer's rate takes its steps with.
  private func rates(_ options: String, steps: Int, epochSteps: Int = 2) throws -> [Double] {
    let text = """
      ```{train}
      label: fit
      steps: \(steps)
      batch: 4
      epoch_steps: \(epochSteps)
      optimizer: {sgd: {learning_rate: 0.1}}
      \(options)
      report: {learning_rate: every step}
      ```

      """
    return try #require(try TestNotebook(TestNotebook.model + text).run().points("fit", "learning_rate")).map(\.y)
  }

  private func expect(
    _ rates: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(rates.count == expected.count, sourceLocation: sourceLocation)
    for (rate, expected) in zip(rates, expected) {
      #expect(abs(rate - expected) <= 1e-12, "\(rate), not \(expected)", sourceLocation: sourceLocation)
    }
  }

  @Test func aRateStaysAsItIsAfterItsWarmUp() throws {
    expect(try rates("", steps: 2), [0.1, 0.1])
    expect(try rates("warm_up: 4 steps", steps: 6), [0.025, 0.05, 0.075, 0.1, 0.1, 0.1])
    expect(try rates("warm_up: 2 epochs", steps: 6), [0.025, 0.05, 0.075, 0.1, 0.1, 0.1])
  }

  @Test func stepsMultiplyByTheirFactorInStepsOrEpochs() throws {
    expect(try rates("schedule: {staircase: {every: 2 steps, factor: 0.5}}", steps: 5), [0.1, 0.1, 0.05, 0.05, 0.025])
    expect(
      try rates("schedule: {staircase: {every: 1 epochs, factor: 0.1}}", steps: 7, epochSteps: 3),
      [0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001])
  }

  @Test func anExponentialFallsByItsFactorInAsManySteps() throws {
    let root = 0.25.squareRoot()
    expect(
      try rates("schedule: {exponential: {every: 2 steps, factor: 0.25}}", steps: 5),
      [0.1, 0.1 * root, 0.025, 0.025 * root, 0.00625])
  }

  @Test func aLineFallsEvenlyTowardsTheRateOfTheEnd() throws {
    expect(try rates("schedule: linear", steps: 4), [0.1, 0.075, 0.05, 0.025])
    expect(try rates("schedule: {linear: {to: 0.02}}", steps: 4), [0.1, 0.08, 0.06, 0.04])
  }

  @Test func aCosineFallsByHalfACosine() throws {
    // cos 0, cos π/4, cos π/2, cos 3π/4.
    let diagonal = 0.5.squareRoot()
    expect(try rates("schedule: cosine", steps: 4), [0.1, 0.05 * (1 + diagonal), 0.05, 0.05 * (1 - diagonal)])
    expect(
      try rates("warm_up: 2 steps\nschedule: {cosine: {to: 0.05}}", steps: 6),
      [0.05, 0.1, 0.1, 0.05 + 0.025 * (1 + diagonal), 0.075, 0.05 + 0.025 * (1 - diagonal)])
  }

  @Test func theStepOfAScheduleIsTakenWithItsRate() throws {
    // Without momentum a step is the rate times the gradient, so that half the rate is half the way of the first step.
    func loss(_ options: String) throws -> Double {
      let fit = "```{train}\nlabel: fit\nsteps: 2\nbatch: 300\n\(options)\n```\n"
      return try #require(try TestNotebook(TestNotebook.model + fit).run().number("fit", "loss"))
    }
    let warmed = try loss("optimizer: {sgd: {learning_rate: 0.2}}\nwarm_up: 2 steps")
    #expect(try warmed == loss("optimizer: {sgd: {learning_rate: 0.1}}"))
    #expect(try warmed != loss("optimizer: {sgd: {learning_rate: 0.2}}"))
  }

  @Test func aWholePowerIsAProductOfSquares() {
    #expect((0.5).raised(to: 0) == 1)
    #expect((0.5).raised(to: 13) == 1.0 / 8192)
    #expect((0.999).raised(to: Int.max) == 0)
  }

  @Test(arguments: ["linear", "cosine"]) func aTrainingWithAnEndInItsRateIsNotTheBeginningOfALonger(_ kind: String)
    throws
  {
    func key(_ steps: Int, _ schedule: String) throws -> String {
      let fit = "```{train}\nsteps: \(steps)\nschedule: \(schedule)\n```\n"
      return try #require(try TestNotebook(TestNotebook.model + fit).plan().cacheKeys().last).stem
    }
    #expect(try key(3, kind) != key(5, kind))
    #expect(
      try key(3, "{staircase: {every: 2 steps, factor: 0.5}}") == key(5, "{staircase: {every: 2 steps, factor: 0.5}}"))
  }
}

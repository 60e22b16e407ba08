/// What every example of a set looks like: a sequence of inputs, and what is to be told from it.
package struct ExampleShape: Sendable, Hashable {
  /// What there is at a time step.
  package enum Input: Sendable, Hashable {
    /// D numbers.
    case numbers(Int)
    /// One of D tokens, which a network reads as D numbers: 1 at the token's place and 0 elsewhere.
    case tokens(Int)
  }

  /// What is told (K).
  package enum Target: Sendable, Hashable {
    /// One of K classes.
    case classes(Int)
    /// K numbers.
    case numbers(Int)
  }

  /// When it is told.
  package enum Moment: Sendable, Hashable {
    /// Once, after the last time step.
    case once
    /// At each time step.
    case eachStep
  }

  /// The most time steps (T).
  package let steps: Int
  package let input: Input
  package let target: Target
  package let told: Moment
  /// Whether examples may have fewer time steps than ``steps``.
  package let hasOwnLengths: Bool
  /// Whether each example goes on where the one before it ended, as windows of one text do.
  package let isRunning: Bool
  /// Whether what is told are later values of numbers that are known up to then, so that the last of them is a guess.
  package let isForecast: Bool

  package init(
    steps: Int, input: Input, target: Target, told: Moment = .once, hasOwnLengths: Bool = false,
    isRunning: Bool = false,
    isForecast: Bool = false
  ) {
    self.steps = steps
    self.input = input
    self.target = target
    self.told = told
    self.hasOwnLengths = hasOwnLengths
    self.isRunning = isRunning
    self.isForecast = isForecast
  }

  /// The numbers that a network reads at a time step (D).
  package var features: Int {
    switch input {
    case .numbers(let count), .tokens(let count): count
    }
  }

  /// The numbers that a network says at a time (K): one for each class, or those that are to be told.
  package var outputs: Int {
    switch target {
    case .classes(let count), .numbers(let count): count
    }
  }

  /// How often something is told of an example of so many time steps.
  package func targets(steps: Int) -> Int { told == .once ? 1 : steps }
}

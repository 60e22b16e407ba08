/// What every example of a set looks like: a sequence of inputs, and the class or classes to be told from it.
package struct ExampleShape: Sendable, Hashable {
  /// What there is at a time step.
  package enum Input: Sendable, Hashable {
    /// D numbers.
    case numbers(Int)
    /// One of D tokens, which a network reads as D numbers: 1 at the token's place and 0 elsewhere.
    case tokens(Int)
  }

  /// When a class is told.
  package enum Target: Sendable, Hashable {
    /// Once, after the last time step.
    case once
    /// At each time step.
    case eachStep
  }

  /// The most time steps (T).
  package let steps: Int
  package let input: Input
  /// How many classes there are (K).
  package let classes: Int
  package let target: Target
  /// Whether examples may have fewer time steps than ``steps``.
  package let hasOwnLengths: Bool
  /// Whether each example goes on where the one before it ended, as windows of one text do.
  package let isRunning: Bool

  package init(
    steps: Int, input: Input, classes: Int, target: Target = .once, hasOwnLengths: Bool = false, isRunning: Bool = false
  ) {
    self.steps = steps
    self.input = input
    self.classes = classes
    self.target = target
    self.hasOwnLengths = hasOwnLengths
    self.isRunning = isRunning
  }

  /// The numbers that a network reads at a time step (D).
  package var features: Int {
    switch input {
    case .numbers(let count), .tokens(let count): count
    }
  }

  /// How many classes are told of an example of so many time steps.
  package func targets(steps: Int) -> Int { target == .once ? 1 : steps }
}

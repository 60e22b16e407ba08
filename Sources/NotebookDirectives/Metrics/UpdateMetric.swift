import NotebookResults

/// What an update tells of itself.
struct UpdateFacts: Sendable {
  let learningRate: Double
  /// The Euclidean norm of the gradient before anything is clipped; nil where nobody asked.
  let gradientNorm: Double?
}

/// A number that every update has, whatever the data are.
struct UpdateMetric: Sendable {
  let metric: Metric
  /// What it is, in words that a sentence can go on from.
  let summary: String
  let value: @Sendable (UpdateFacts) -> Double

  static let learningRate = UpdateMetric(
    metric: Metric(name: "learning_rate", form: .real, isLargerBetter: nil), summary: "The learning rate of the update"
  ) { $0.learningRate }

  static let gradientNorm = UpdateMetric(
    metric: Metric(name: "gradient_norm", form: .real, isLargerBetter: nil),
    summary: "The Euclidean norm of the gradient, before anything is clipped"
  ) { $0.gradientNorm ?? .nan }

  static let all = [learningRate, gradientNorm]
}

extension UpdateMetric: Hashable {
  static func == (first: UpdateMetric, second: UpdateMetric) -> Bool { first.metric == second.metric }

  func hash(into hasher: inout Hasher) { hasher.combine(metric) }
}

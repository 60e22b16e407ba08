import NotebookPlanning
import NotebookResults
import SeededRandom

extension MetricRule {
  /// The exponential of the mean cross-entropy of a character: among how many equally likely ones it leaves the choice.
  static let perplexity = MetricRule(
    Metric(name: "perplexity", form: .real, isLargerBetter: false), "The exponential of the mean loss",
    exampleCell: [ExampleOption("model", "build-3"), ExampleOption("data", "load-4")]
  ) { perplexity(ofLoss: $0.meanLoss) }

  /// The perplexity of a mean loss in nats.
  static func perplexity(ofLoss loss: Double) -> Double {
    guard abs(loss) < 700 else { return loss.isNaN ? .nan : loss > 0 ? .infinity : 0 }
    return PortableMath.exp(loss)
  }
}

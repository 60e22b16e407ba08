import Datasets
import NotebookResults
import RecurrentEngine

/// A training after some of its steps: everything that the next step depends on, so that it can go on from there bit for bit.
struct TrainingCheckpoint: Sendable, Hashable, Codable {
  /// The number of steps taken.
  var step = 0
  var state: TrainingState
  var series: [RecordedSeries]
  /// Mean loss of the last batch, before its update.
  var loss = Double.nan
  var order = OrderPlace()
  var testOrder = OrderPlace()
  /// The states in which the rows of the next batch go on, [B, columns]; empty where they begin in states of zero.
  var states = PackedFloats([])

  /// The weights to keep, where the best are to be kept and were measured.
  var best: BestWeights?
  /// Whether the training has ended before its last step.
  var hasStopped = false

  /// Whether a training is at its end here.
  func isEnd(of plan: TrainingPlan) -> Bool { step == plan.steps || hasStopped }

  /// The weights that the training leaves.
  var finalParameters: [Float] { best?.parameters.values ?? state.parameters }

  /// The same as a point of a training that may be longer: without what was measured because this one ended.
  func continued(by plan: TrainingPlan) -> TrainingCheckpoint {
    guard step < plan.steps, !hasStopped else { return self }
    var point = self
    for (index, measure) in plan.measures.enumerated() where point.series.indices.contains(index) {
      let count = measure.timing.dueCount(in: step, epochSteps: plan.epochSteps)
      point.series[index].points = Array(series[index].points.prefix(count))
    }
    return point
  }

  /// The loss, and of each series its last value and its best.
  var measured: [Field] {
    [Field("loss", .real(loss))]
      + series.flatMap { series in
        let last = Field(series.name, series.quantity(series.points.last?.y ?? .nan))
        guard series.metric.isLargerBetter != nil else { return [last] }
        return [last, Field("best_\(series.name)", series.quantity(series.best ?? .nan))]
      }
  }

  /// The last value of the first accuracy that has one, so that what is shown on the way is always the same quantity.
  var latestAccuracy: Double? {
    series.first { $0.metric == MetricRule.accuracy.metric && !$0.points.isEmpty }?.points.last?.y
  }
}

import NotebookPlanning
import NotebookResults
import RecurrentEngine

extension TrainingCheckpoint {
  /// Whether this can be a point of such a training; what comes from a disk may be anything.
  func belongs(to plan: TrainingPlan, network: Network) -> Bool {
    (0...plan.steps).contains(step) && state.belongs(to: plan, network: network, after: step)
      && (step == 0 || loss.isFinite) && [0, plan.batch * network.carriedColumns].contains(states.values.count)
      && series.count == plan.measures.count && hasStopped == plan.stops(after: step, series)
      && best.map { plan.keepsBest != nil && $0.belongs(to: network, before: step) } ?? true
      && zip(series, plan.measures).allSatisfy { $0.holds($1, after: step, of: plan) }
  }

  /// Whether this can be a point of such a training on such data.
  func belongs(to plan: TrainingPlan, network: Network, data: LoadedDataset) -> Bool {
    guard belongs(to: plan, network: network) else { return false }
    let drawn = data.drawn(of: .train, rows: plan.batch, at: order)
    let tested = data.drawn(of: .test, rows: plan.batch, at: testOrder)
    return drawn == step * plan.batch && testBatches(of: plan).contains { tested == $0 * plan.batch }
  }

  /// How many batches of test examples can have been drawn: one for each step at which any of the measures was due.
  private func testBatches(of plan: TrainingPlan) -> ClosedRange<Int> {
    let counts = plan.measures.filter { $0.subject == .testBatch }.map {
      $0.timing.dueCount(in: step, epochSteps: plan.epochSteps)
    }
    return (counts.max() ?? 0)...counts.reduce(0, +)
  }
}

extension TrainingState {
  fileprivate func belongs(to plan: TrainingPlan, network: Network, after updates: Int) -> Bool {
    step == updates && fits(plan.optimizer, parameterCount: network.parameterCount) && scalars.allSatisfy(\.isFinite)
  }
}

extension RecordedSeries {
  /// Whether this is what a training of so many steps records of a measure: the same places, and numbers of its kind.
  ///
  /// A training that is the beginning of a longer one has measured after its own last step besides.
  fileprivate func holds(_ measure: Measure, after steps: Int, of plan: TrainingPlan) -> Bool {
    guard name == measure.name, unit == measure.timing.unit, metric == measure.metric else { return false }
    let isRight = { withLast in
      points.map(\.x) == measure.timing.places(in: steps, epochSteps: plan.epochSteps, withLast: withLast)
    }
    return (isRight(true) || steps < plan.steps && isRight(false))
      && points.allSatisfy { metric.form != .fraction || (0...1).contains($0.y) }
  }
}

import NotebookPlanning
import NotebookResults
import RecurrentEngine

extension TrainingCheckpoint {
  /// Whether this can be a point of such a training; what comes from a disk may be anything.
  func belongs(to plan: TrainingPlan, network: Network) -> Bool {
    (0...plan.steps).contains(step) && state.belongs(to: plan, network: network, after: step)
      && (step == 0 || loss.isFinite) && [0, plan.batch * network.carriedColumns].contains(states.values.count)
      && series.count == plan.measures.count
      && zip(series, plan.measures).allSatisfy { $0.holds($1, after: step, epochSteps: plan.epochSteps) }
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
    let counts = zip(series, plan.measures).filter { $1.subject == .testBatch }.map { $0.0.points.count }
    return (counts.max() ?? 0)...counts.reduce(0, +)
  }
}

extension TrainingState {
  fileprivate func belongs(to plan: TrainingPlan, network: Network, after updates: Int) -> Bool {
    step == updates && fits(plan.optimizer, parameterCount: network.parameterCount) && scalars.allSatisfy(\.isFinite)
  }
}

extension RecordedSeries {
  /// Whether this is what a training of so many steps records of a measure: the same positions, and numbers of its kind.
  fileprivate func holds(_ measure: Measure, after steps: Int, epochSteps: Int) -> Bool {
    guard name == measure.name, unit == measure.every.unit, metric == measure.rule.metric else { return false }
    let count = measure.every.count(after: steps, epochSteps: epochSteps)
    return points.count == count
      && points.enumerated().allSatisfy { index, point in
        point.x == measure.every.position(of: index) && (metric.form != .fraction || (0...1).contains(point.y))
      }
  }
}

extension Interval {
  /// How many measurements are due in so many steps.
  fileprivate func count(after steps: Int, epochSteps: Int) -> Int {
    switch self {
    case .steps(let every): (steps + every - 1) / every
    case .epochs(let every): steps / epochSteps / every
    }
  }

  /// What a measurement is recorded under, counted from 0.
  fileprivate func position(of index: Int) -> Int {
    switch self {
    case .steps(let every): index * every
    case .epochs(let every): (index + 1) * every - 1
    }
  }
}

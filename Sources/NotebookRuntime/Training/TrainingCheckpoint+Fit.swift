private import Datasets
import RecurrentEngine

extension TrainingCheckpoint {
  /// Whether this can be a point of such a training; what comes from a disk may be anything.
  func belongs(to schedule: TrainingSchedule, network: Network, data: LoadedDataset) -> Bool {
    let expected = schedule.measures.map(\.name)
    return (0...schedule.steps).contains(step) && state.parameters.count == network.parameterCount
      && series.map(\.name) == expected
      && order.isWithin(data.images(.train)?.count ?? 0) && testOrder.isWithin(data.images(.test)?.count ?? 0)
  }
}

extension TrainingCheckpoint.Place {
  fileprivate func isWithin(_ count: Int) -> Bool { epochsCompleted >= 0 && (0...count).contains(position) }
}

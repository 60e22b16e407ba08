private import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

extension TrainingCheckpoint {
  /// Whether this can be a point of such a training; what comes from a disk may be anything.
  func belongs(to plan: TrainingPlan, network: Network) -> Bool {
    let expected = plan.measures.map(\.name)
    return (0...plan.steps).contains(step) && state.fits(plan.optimizer, parameterCount: network.parameterCount)
      && series.map(\.name) == expected
  }

  /// Whether this can be a point of such a training on such data.
  func belongs(to plan: TrainingPlan, network: Network, data: LoadedDataset) -> Bool {
    belongs(to: plan, network: network)
      && order.isWithin(data.images(.train)?.count ?? 0) && testOrder.isWithin(data.images(.test)?.count ?? 0)
  }
}

extension TrainingCheckpoint.Place {
  fileprivate func isWithin(_ count: Int) -> Bool { epochsCompleted >= 0 && (0...count).contains(position) }
}

import Datasets
import NotebookPlanning
import NotebookResults

/// Later values of numbers that are known up to then: as any numbers, and beside always saying the last one.
enum ForecastReport: EvaluationReport {
  static let fieldNames =
    NumberReport.fieldNames + ["last_value_mean_squared_error", "last_value_mean_absolute_error"]

  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult {
    NumberReport.result(of: evaluation, on: split, of: data)
  }
}

import Datasets
import NotebookPlanning
import NotebookResults

/// What an evaluation shows of examples of one kind of target.
protocol EvaluationReport {
  /// The numbers that it leaves behind.
  static var fieldNames: [String] { get }

  /// Shows what a network made of a part of a data set.
  static func result(of evaluation: SplitEvaluation, on split: DatasetSplit, of data: LoadedDataset) -> CellResult
}

extension ExampleShape {
  /// What an evaluation on such examples shows.
  var evaluationReport: any EvaluationReport.Type {
    switch (target, told) {
    case (.classes, .once): ClassReport.self
    case (.classes, .eachStep): isRunning ? SequenceReport.self : StepReport.self
    case (.numbers, _): isForecast ? ForecastReport.self : NumberReport.self
    }
  }
}

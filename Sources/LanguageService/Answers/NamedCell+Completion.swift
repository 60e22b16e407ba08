import NotebookPlanning

extension NamedCell {
  var completion: Completion { Completion(label, .label, detail: phrase) }

  /// The parts of the data set that it loads.
  var parts: [Completion] {
    guard symbol.makes == .dataset else { return [] }
    var splits = DatasetSplit.allCases
    if case .dataset(let dataset) = symbol.kind { splits = splits.filter { (dataset.counts[$0] ?? 0) > 0 } }
    return splits.map { Completion("\(label).\($0.rawValue)", .label, detail: phrase) }
  }

  /// What it leaves behind.
  func measurements(_ names: (Symbol) -> [String]) -> [Completion] {
    names(symbol).map { Completion("\(label).\($0)", .measurement, detail: phrase) }
  }
}

extension Symbol {
  var seriesNames: [String] { series.keys.sorted() }
}

import NotebookPlanning
import NotebookSyntax

extension OptionValues {
  /// Whether data fit into memory together with all that the cells above load; reports when they do not.
  ///
  /// - Parameters:
  ///   - bytes: What they take.
  ///   - dependencies: What they follow from, when that is known: equal data share their memory.
  /// - Returns: Whether they fit.
  mutating func haveRoom(forBytes bytes: Int, of dependencies: CellDependencies? = nil) -> Bool {
    let others = Dictionary(scope.datasets.map { ($0.dependencies, $0.bytes) }) { first, _ in first }
    if let dependencies, others[dependencies] != nil { return true }
    let sum = others.values.reduce(Double(bytes)) { $0 + Double($1) }
    guard sum > OptionValues.mostBytes else { return true }
    let together = others.isEmpty ? "" : ", together with those above,"
    report(
      .outOfRange, at: position,
      "the data set\(together) needs \(Int((sum / 1e9).rounded(.up))) GB of memory, and a notebook's take at most "
        + "\(Int(OptionValues.mostBytes / 1e9))",
      suggestion: "load fewer or smaller data sets")
    return false
  }
}

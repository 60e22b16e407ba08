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
    let sum = scope.memory.with(bytes: bytes, following: dependencies)
    guard sum.isTooMuch else { return true }
    report(
      .outOfRange, at: position, sum.problem, suggestion: "load fewer or smaller data sets")
    return false
  }
}

import ArgumentParser
import NotebookPlanning

/// One of several parts of the points of a sweep, as a user writes it: `2/3`.
struct PointShare: Hashable, ExpressibleByArgument {
  /// From 1 on.
  let number: Int
  let count: Int

  private static let most = 100_000

  init(number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...Self.most).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.init(number: number, of: count)
  }

  var text: String { "\(number)/\(count)" }

  /// Every so manieth of all points, so that points of one setting are dealt to several.
  func points(of all: [PlannedPoint]) -> [PlannedPoint] {
    all.indices.filter { $0 % count == number - 1 }.map { all[$0] }
  }
}

extension RunPlan {
  /// The points of all sweeps, each of equal ones once.
  var points: [PlannedPoint] {
    var seen: Set<String> = []
    return cells.compactMap { $0.action as? any SweepingAction }.flatMap(\.points)
      .filter { seen.insert($0.identity).inserted }
  }
}

import Foundation
import NotebookPlanning

/// Which of several processes this is that one `mpirun` has started.
struct LaunchedRank: Hashable {
  /// From 0 on.
  let rank: Int
  let count: Int

  /// What the launchers of Open MPI, and of MPICH and those that follow it, say in the environment.
  private static let names = [("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"), ("PMI_RANK", "PMI_SIZE")]

  /// Nil for a process that stands alone.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    for (rankName, countName) in Self.names {
      guard let rank = environment[rankName].flatMap({ Int($0) }),
        let count = environment[countName].flatMap({ Int($0) }),
        count > 1, (0..<count).contains(rank)
      else { continue }
      (self.rank, self.count) = (rank, count)
      return
    }
    return nil
  }

  /// One of ranks that know of each other.
  init(_ ranks: RunRanks) {
    (rank, count) = (ranks.rank, ranks.count)
  }

  var share: PointShare { PointShare(number: rank + 1, of: count) }
}

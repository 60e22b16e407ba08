package import RecurrentEngine

#if MPI
  private import CMPI
#endif

/// The job of MPI that this process belongs to; without the trait `MPI` there is none.
package struct MPIJob {
  /// The other ranks.
  package let communicator: any Communicator
  /// How many of them are on this machine, with this one.
  package let ranksHere: Int

  /// Becomes a rank, which a process can do once, and ends with `leave`; nil where the process is alone.
  package static func join() -> MPIJob? {
    #if MPI
      guard ranks_begin() != 0 else { return nil }
      guard ranks_count() > 1 else {
        ranks_end()
        return nil
      }
      let communicator = MPICommunicator(rank: Int(ranks_own()), size: Int(ranks_count()))
      return MPIJob(communicator: communicator, ranksHere: Int(ranks_here()))
    #else
      return nil
    #endif
  }

  /// Leaves the job, when all ranks do.
  package func leave() {
    #if MPI
      ranks_end()
    #endif
  }
}

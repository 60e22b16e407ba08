package import RecurrentEngine

/// The processes that run one notebook together, of which the first decides what cannot be worked out.
///
/// All of them ask the same questions in the same order, and wait for each other at each.
package struct RunRanks: Sendable {
  /// What training steps go through.
  package let communicator: any Communicator

  package init(_ communicator: any Communicator) {
    self.communicator = communicator
  }

  /// The number of this process, from 0.
  package var rank: Int { communicator.rank }
  package var count: Int { communicator.size }
  package var isFirst: Bool { rank == 0 }

  /// What the first says to a question, which nobody else is asked.
  package func first(_ answer: @autoclosure () -> Bool) -> Bool {
    first { answer() ? [1] : [0] } == [1]
  }

  /// The bytes that the first has.
  package func first(_ bytes: () -> [UInt8]) -> [UInt8] {
    share(isFirst ? bytes() : [], from: 0)
  }

  /// What each rank says, in their order.
  package func each(_ own: [UInt8]) -> [[UInt8]] {
    (0..<communicator.size).map { share(own, from: $0) }
  }

  private func share(_ bytes: [UInt8], from rank: Int) -> [UInt8] {
    var count = Int64(bytes.count)
    withUnsafeMutableBytes(of: &count) { communicator.broadcast($0, from: rank) }
    var bytes = rank == communicator.rank ? bytes : [UInt8](repeating: 0, count: Int(count))
    bytes.withUnsafeMutableBytes { communicator.broadcast($0, from: rank) }
    return bytes
  }
}

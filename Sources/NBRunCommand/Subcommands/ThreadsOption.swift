import ArgumentParser
import Foundation

/// Among how many threads the work is shared.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Share the work among so many threads; the numbers do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads is from 1 to 256, not \(threads)") }
  }

  /// The threads of one of so many ranks on this machine: its share of the processors, unless the user names fewer.
  func threads(ranksHere: Int) -> Int {
    min(threads, max(1, ProcessInfo.processInfo.processorCount / ranksHere))
  }
}

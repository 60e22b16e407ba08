import ArgumentParser
import Foundation

/// Among how many threads the work is shared.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Share the work among so many threads; the numbers do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads is from 1 to 256, not \(threads)") }
  }
}

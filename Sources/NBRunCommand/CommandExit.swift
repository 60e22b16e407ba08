import NotebookResults

/// The command's exit codes.
enum CommandExit {
  /// A file could not be written.
  static let failed: Int32 = 1
  /// The command line is wrong, and nothing ran, or a notebook is, which did not.
  static let usage: Int32 = 2
  static let interrupted = RunOutcome.interrupted.exitCode

  /// The exit code to give when two things ended differently.
  static func graver(_ first: Int32, _ second: Int32) -> Int32 {
    let order = [0, RunOutcome.expectationFailed.exitCode, failed, usage, interrupted]
    return (order.firstIndex(of: first) ?? 0) < (order.firstIndex(of: second) ?? 0) ? second : first
  }
}

extension RunOutcome {
  /// The command's exit code.
  var exitCode: Int32 {
    switch self {
    case .succeeded: 0
    case .failed: 1
    case .expectationFailed: 3
    case .interrupted: 130
    }
  }
}

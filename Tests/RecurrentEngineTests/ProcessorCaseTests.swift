import Foundation
import ProcessorCases
import Testing

/// What `.ci/processors` computes on other processors, as this build computes it.
@Suite struct ProcessorCaseTests {
  private static let recorded = URL(filePath: #filePath).appending(path: "../../Processors/digests.txt").standardized

  /// `RECORD_BITS=1` records the digests; they belong in the change log as the arithmetic's name does.
  @Test func giveTheRecordedBitsOnAnyNumberOfThreads() throws {
    if ProcessInfo.processInfo.environment["RECORD_BITS"] == "1" {
      let lines = ProcessorCase.all.map { $0.line(threads: 1) + "\n" }
      try lines.joined().write(to: Self.recorded, atomically: true, encoding: .utf8)
      Issue.record("recorded the digests; run again")
    }
    let expected = try String(contentsOf: Self.recorded, encoding: .utf8).split(separator: "\n").map { String($0) }
    for threads in [1, 2, 3] {
      #expect(ProcessorCase.all.map { $0.line(threads: threads) } == expected, "\(threads) threads")
    }
  }
}

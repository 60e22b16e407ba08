import Foundation
import NotebookReport
import NotebookResults
import SeededRandom
import TestSupport
import Testing

@testable import NBRunCommand

/// Whoever writes into a store, without its key or with it: no crash, and what cannot come from a run is not believed.
struct ForgedStoreTests {
  /// How many entries are forged, one after the other; `NBRUN_DAMAGES` asks for more.
  private static let count = ProcessInfo.processInfo.environment["NBRUN_DAMAGES"].flatMap(Int.init) ?? 60

  private static let notebook =
    Command.notebook.replacing(
      "every 2 steps", with: "every 2 steps, test_batch_loss: every 3 steps, test_accuracy: every epoch"
    ) + """
      ```{compare}
      rows: [{subject: a loss, measured: fit.loss, range: 0..9}, {subject: hits, measured: test.correct, reported: 3, tolerance: 20}]
      ```
      ```{chart}
      series: [fit.batch_accuracy]
      y_range: 0..1
      ```

      """

  @Test func isMissedWhenItIsForgedWithoutTheKey() throws {
    let run = try StoredRun()
    let page = try run.run(Self.notebook, storing: false).page
    #expect(try run.run(Self.notebook).page == page)
    let originals = try run.contents()
    let other = try TemporaryFolder()
    let key = try StoreKey.made(in: other.path)
    #expect(StoreKey(in: run.stored.path) != key)
    var random = RandomStream(seed: 3, purpose: .tests)
    for _ in 0..<Self.count {
      let names = originals.keys.filter { !$0.hasSuffix(".cells") }.sorted()
      let name = names[random.whole(below: names.count)]
      let forged = try #require(originals[name].flatMap { ForgedValue($0, key: key, using: &random) })
      try run.restore(originals)
      try run.folder.write(forged.contents, to: "store/\(name)")
      let warnings = run.warnings.count
      #expect(try run.run(Self.notebook).page == page, "\(name): \(forged.description)")
      #expect(run.warnings.count == warnings + 1, "\(name): \(forged.description)")
    }
  }

  @Test func isMissedOrHarmlessWhenItIsForgedWithTheKey() throws {
    let run = try StoredRun()
    // The same cells from their ends, and a training that goes on from what was stored.
    let texts = [Self.notebook, Self.notebook.replacing("params: {steps: 6}", with: "params: {steps: 9}")]
    let pages = try texts.map { try run.run($0, storing: false).page }
    #expect(try run.run(texts[0]).page == pages[0])
    let originals = try run.contents()
    let key = try #require(StoreKey(in: run.stored.path))
    var random = RandomStream(seed: 2, purpose: .tests)
    var (refused, misled) = (0, 0)
    for number in 0..<Self.count {
      let names = originals.keys.sorted()
      let name = names[random.whole(below: names.count)]
      let forged = try #require(originals[name].flatMap { ForgedValue($0, key: key, using: &random) })
      try run.restore(originals)
      try run.folder.write(forged.contents, to: "store/\(name)")
      let warnings = run.warnings.count
      let page = try run.run(texts[number % 2]).page
      if run.warnings.count > warnings {
        refused += 1
        #expect(page == pages[number % 2], "\(name): \(forged.description)")
      } else if page != pages[number % 2] {
        // Such as a run could have made: another number for a weight, another word for a caption.
        misled += 1
      }
    }
    print("\(Self.count) entries forged: \(refused) refused, \(misled) believed and seen on the page")
    #expect(refused > Self.count / 10)
  }
}

import NotebookPlanning
import NotebookResults
import Testing

@testable import NotebookDirectives

/// `seed` in a cell takes the place of the notebook's.
struct CellSeedTests {
  private static func notebook(build: String = "", train: String = "") -> String {
    TestNotebook.digits + """
      ```{build}
      label: net
      layers:
        - lstm: {units: 8}
        - dropout: {rate: 0.25}
        - dense: {units: 10}
      \(build)
      ```
      ```{train}
      label: fit
      steps: 4
      batch: 10
      augment: {rotation: 10}
      \(train)
      ```

      """
  }

  private func loss(_ build: String = "", _ train: String = "", seed: UInt64 = 1) throws -> Double {
    let run = try TestNotebook(Self.notebook(build: build, train: train), seed: seed).run()
    return try #require(run.number("fit", "loss"))
  }

  @Test func movesWeightsAndBatchesEachByItself() throws {
    let losses = try [loss(), loss("seed: 2"), loss("", "seed: 2"), loss("seed: 2", "seed: 2")]
    #expect(Set(losses).count == 4)
  }

  @Test func isTheSameAsThatOfTheNotebook() throws {
    // The images are drawn from the notebook's seed, so they have to be the same ones.
    let alike = try loss("seed: 1", "seed: 1")
    #expect(alike == (try loss()))
    let plans = try [
      TestNotebook(Self.notebook(build: "seed: 2", train: "seed: 2")).plan(),
      TestNotebook(Self.notebook(), seed: 2).plan(),
    ]
    let keys = plans.map { $0.cacheKeys().map(\.digest) }
    #expect(keys[0][1] == keys[1][1], "a network of one seed is found where that of the other was kept")
    #expect(keys[0][0] != keys[1][0], "the digits are others")
  }

  @Test func namesItselfOnceInACacheKey() throws {
    let plan = try TestNotebook(Self.notebook(build: "seed: 2")).plan()
    let settings = plan.cacheKeys()[1].settings.filter { $0.name == "seed" }
    #expect(settings == [CellDependencies.Setting("seed", "2")])
  }
}

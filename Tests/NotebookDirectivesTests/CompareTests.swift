import NotebookPlanning
import NotebookResults
import Testing

/// `{compare}`: reported figures beside measured ones, each with a verdict.
struct CompareTests {
  private static let fit = """
    ```{train}
    label: fit
    steps: 4
    batch: 16
    report: {batch_accuracy: every 2 steps, batch_loss: every step}
    ```

    """

  /// The run of a training and a comparison with these rows.
  private func run(_ rows: String, load: String = TestNotebook.digits) throws -> TestRun {
    try TestNotebook(load + TestNotebook.net + Self.fit + "```{compare}\nlabel: c\nrows:\n\(rows)\n```\n").run()
  }

  private func comparison(_ run: TestRun) throws -> Comparison {
    guard case .comparison(let comparison)? = try #require(run.result(3)).outputs.first else {
      throw WrongPlan(description: "there is no comparison")
    }
    return comparison
  }

  @Test func saysWhetherANumberIsInItsRange() throws {
    let run = try run(
      """
        - {subject: steps, measured: fit.steps, reported: 5, range: 4..6}
        - {subject: images, measured: digits.test_images, range: 0..99.5}
      """)
    let rows = try comparison(run).rows
    #expect(rows.map(\.verdict) == [.holds, .differs])
    #expect(rows.map(\.subject) == ["steps", "images"])
    #expect(rows.map(\.reported) == [.count(5), nil])
    #expect(rows.map(\.measured) == [.count(4), .count(100)])
    #expect(rows.map(\.accepted) == [.range(4...6), .range(0...99.5)])
    #expect(run.report.outcome == .expectationFailed)
    #expect(run.number("c", "held") == 1)
    #expect(run.number("c", "rows") == 2)
  }

  @Test func takesTheEndsOfARangeIn() throws {
    let rows = ["4..9", "0..4", "4..4", "4.001..9", "0..3.999"].map {
      "  - {subject: a, measured: fit.steps, range: \($0)}"
    }
    let verdicts = try comparison(run(rows.joined(separator: "\n"))).rows.map(\.verdict)
    #expect(verdicts == [.holds, .holds, .holds, .differs, .differs])
  }

  @Test func saysWhetherANumberIsWithinItsTolerance() throws {
    let run = try run(
      """
        - {subject: a, measured: fit.steps, reported: 5, tolerance: 1}
        - {subject: b, measured: fit.steps, reported: 5.5, tolerance: 1}
        - {subject: c, measured: fit.steps, reported: 4, tolerance: 0}
      """)
    #expect(try comparison(run).rows.map(\.verdict) == [.holds, .differs, .holds])
  }

  @Test func makesARowOfEachFigureOfASeries() throws {
    let run = try run(
      "  - {subject: loss, measured: fit.batch_loss, reported: [2.3, 99, 2.3], at: [0, 1, 3], tolerance: 5}")
    let rows = try comparison(run).rows
    let recorded = try #require(run.points("fit", "batch_loss"))
    #expect(rows.map(\.subject) == ["loss, step 0", "loss, step 1", "loss, step 3"])
    #expect(rows.map(\.verdict) == [.holds, .differs, .holds])
    #expect(rows.map(\.measured?.number) == [0, 1, 3].map { recorded[$0].y })
  }

  @Test func givesEachFigureARangeOfItsOwn() throws {
    let run = try run(
      "  - {subject: a, measured: fit.batch_accuracy, reported: [0.1, 0.1], every: 2 steps, ranges: [0..1, 2..3]}")
    #expect(try comparison(run).rows.map(\.verdict) == [.holds, .differs])
    #expect(try comparison(run).rows.map(\.reported) == [.fraction(0.1), .fraction(0.1)])
  }

  @Test func doesNotCompareWhereNothingWasRecorded() throws {
    let run = try run(
      "  - {subject: a, measured: fit.batch_accuracy, reported: [0.1, 0.1, 0.1], every: 2 steps, tolerance: 1}")
    let rows = try comparison(run).rows
    #expect(rows.map(\.verdict) == [.holds, .holds, .notComparable(because: "nothing was recorded there")])
    #expect(run.report.outcome == .succeeded)
    #expect(run.number("c", "held") == 2)
    #expect(run.number("c", "rows") == 3)
  }

  @Test func doesNotCompareWithTheNextPointBesideOneThatWasNotRecorded() throws {
    let run = try run("  - {subject: a, measured: fit.batch_accuracy, reported: [0.1, 0.1], at: [0, 1], tolerance: 1}")
    #expect(
      try comparison(run).rows.map(\.verdict) == [.holds, .notComparable(because: "nothing was recorded there")])
  }

  @Test func namesANumberOutOfASeries() throws {
    let run = try run(
      """
        - {subject: a value, measured: fit.batch_loss@1, range: 0..9}
        - {subject: a mean, measured: fit.batch_loss.mean@1..2, reported: 99, tolerance: 1}
        - {subject: an accuracy, measured: fit.batch_accuracy.mean@0..3, range: 0..1}
        - {subject: between two, measured: fit.batch_accuracy@1, range: 0..1}
        - {subject: beyond the end, measured: fit.batch_loss.mean@1..4, range: 0..9}
      """)
    let losses = try #require(run.points("fit", "batch_loss")).map(\.y)
    let accuracies = try #require(run.points("fit", "batch_accuracy"))
    #expect(accuracies.map(\.x) == [0, 2, 3])
    let rows = try comparison(run).rows
    #expect(
      rows.map(\.measured) == [
        .real(losses[1]), .real((losses[1] + losses[2]) / 2),
        .fraction((accuracies[0].y + accuracies[1].y + accuracies[2].y) / 3), nil, nil,
      ])
    let nothing = Comparison.Verdict.notComparable(because: "nothing was recorded there")
    #expect(rows.map(\.verdict) == [.holds, .differs, .holds, nothing, nothing])
  }

  @Test func isAnotherComparisonForAnotherPlaceOfTheSameSeries() throws {
    let keys = try ["fit.batch_loss@1", "fit.batch_loss@2", "fit.batch_loss.mean@1..2", "fit.batch_loss"].map { name in
      let rows = "  - {subject: a, measured: \(name), range: 0..9}"
      return try TestNotebook(TestNotebook.model + Self.fit + "```{compare}\nlabel: c\nrows:\n\(rows)\n```\n").plan()
        .cacheKeys()[3].digest
    }
    #expect(Set(keys).count == 4)
  }

  @Test func doesNotCompareWhatTheAuthorSaysCannotBe() throws {
    let run = try run("  - {subject: a, measured: fit.steps, reported: 9, not_comparable: the article counts epochs}")
    #expect(try comparison(run).rows.map(\.verdict) == [.notComparable(because: "the article counts epochs")])
    #expect(run.report.outcome == .succeeded)
  }

  @Test func doesNotCompareWhatWasMeasuredOnDataThatStandIn() throws {
    let load = TestNotebook.digits.replacing("dataset: digits", with: "dataset: mnist\nfallback: digits")
    let run = try run("  - {subject: a, measured: fit.steps, reported: 9, tolerance: 1}", load: load)
    #expect(
      try comparison(run).rows.map(\.verdict) == [.notComparable(because: "generated digits stand in for mnist")])
    #expect(run.report.outcome == .succeeded)
  }
}

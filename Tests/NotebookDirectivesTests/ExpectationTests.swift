import NotebookResults
import NotebookSyntax
import Testing

/// What `expect` holds against what was measured.
struct ExpectationTests {
  /// The outcomes of expectations about a data set of 300 and 100 images.
  private func outcomes(_ expectations: [String]) throws -> [ExpectationResult.Outcome] {
    let lines = expectations.map { "  - \($0)\n" }.joined()
    let text = TestNotebook.digits.replacing("test: 100\n", with: "test: 100\nexpect:\n\(lines)")
    return try #require(try TestNotebook("---\nparams: {n: 300, word: few}\n---\n" + text).run().result(0))
      .expectations.map(\.outcome)
  }

  @Test(arguments: [
    (">=", [false, true, true]), ("<=", [true, true, false]), ("==", [false, true, false]),
    ("!=", [true, false, true]), (">", [false, false, true]), ("<", [true, false, false]),
  ]) func holdsANumberAgainstABound(_ relation: String, _ holds: [Bool]) throws {
    let expectations = ["301", "300", "299"].map { "digits.train_images \(relation) \($0)" }
    #expect(try outcomes(expectations) == holds.map { $0 ? .held : .failed })
  }

  @Test func holdsANumberAgainstARangeWithItsEnds() throws {
    let ranges = ["300..301", "299..300", "-1e3..3e2", "301..400", "0..299.9"]
    #expect(
      try outcomes(ranges.map { "digits.train_images in \($0)" }) == [.held, .held, .held, .failed, .failed])
  }

  @Test func holdsANumberAgainstAnother() throws {
    let expectations = [
      "digits.train_images > digits.test_images", "digits.train_images < digits.test_images",
      "digits.train_images == params.n", "params.n == digits.inputs",
    ]
    #expect(try outcomes(expectations) == [.held, .failed, .held, .failed])
  }

  @Test func doesNotHoldForAWord() throws {
    let expectations = ["> 0", "<= 0", "!= 0", "== params.word", "in -1e9..1e9"].map { "params.word \($0)" }
    #expect(try outcomes(expectations) == Array(repeating: .failed, count: 5))
  }

  @Test func holdsANumberOutOfASeries() throws {
    let expectations = [
      "fit.batch_loss@0 > 0", "fit.batch_loss.mean@0..1 in 0..9", "fit.batch_loss@1 == fit.batch_loss",
      "fit.batch_loss@1 > fit.batch_loss@1", "fit.batch_loss@2 > 0", "fit.batch_loss != fit.batch_loss@2",
    ]
    let fit =
      "```{train}\nlabel: fit\nsteps: 2\nbatch: 4\nreport: {batch_loss: every step}\nexpect:\n"
      + expectations.map { "  - \($0)\n" }.joined() + "```\n"
    let results = try #require(try TestNotebook(TestNotebook.model + fit).run().result(2)).expectations
    #expect(
      results.map(\.outcome) == [.held, .held, .held, .failed, .failed, .failed], "what was not recorded holds nothing")
    guard case .written("nothing", _) = results[4].measured else {
      Issue.record("\(results[4].measured) was measured")
      return
    }
  }

  @Test func keepsTheTextAndTheMeasuredNumber() throws {
    let text = TestNotebook.digits.replacing("test: 100\n", with: "test: 100\nexpect: digits.test_images>=1e2\n")
    let result = try #require(try TestNotebook(text).run().result(0)?.expectations.first)
    #expect(result.text == "digits.test_images>=1e2")
    #expect(result.measured == .count(100))
    #expect(result.position.line == 6)
    #expect(result.position.column == 9)
  }

  @Test func makesTheRunFailOnlyWhenOneIsMissed() throws {
    func outcome(_ bound: Int) throws -> RunOutcome {
      let text = TestNotebook.digits.replacing("test: 100\n", with: "test: 100\nexpect: digits.classes == \(bound)\n")
      return try TestNotebook(text).run().report.outcome
    }
    #expect(try outcome(10) == .succeeded)
    #expect(try outcome(11) == .expectationFailed)
  }

  @Test func checksNoBoundOnDataThatStandInForOthers() throws {
    let text = """
      ```{load}
      label: mnist
      dataset: mnist
      fallback: digits
      train: 30
      test: 10
      ```
      \(TestNotebook.net)
      ```{evaluate}
      label: test
      expect: [test.accuracy > 2, test.loss < test.accuracy]
      ```
      """
    let run = try TestNotebook(text).run()
    #expect(
      run.result(2)?.expectations.map(\.outcome) == [
        .notChecked(because: "generated digits stand in for mnist"), .failed,
      ])
    #expect(run.report.outcome == .expectationFailed)
  }

  @Test func checksCountsWhateverTheDataAre() throws {
    let text = """
      ```{load}
      label: mnist
      dataset: mnist
      fallback: digits
      train: 30
      test: 10
      expect: mnist.test_images == 10
      ```
      ```{build}
      label: net
      layers: [{dense: {units: 10}}]
      expect: net.parameters == 291
      ```
      """
    let run = try TestNotebook(text).run()
    #expect(run.result(0)?.expectations.map(\.outcome) == [.held])
    #expect(run.result(1)?.expectations.map(\.outcome) == [.failed])
  }
}

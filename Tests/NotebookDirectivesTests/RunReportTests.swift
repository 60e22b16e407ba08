import NotebookPlanning
import NotebookResults
import NotebookSyntax
import Testing

/// The report as a fold over events.
struct RunReportTests {
  private static let failure = CellFailure("no", kind: .failed)
  private static let miss = CellResult(
    expectations: [
      ExpectationResult(text: "a.b > 1", measured: .count(1), outcome: .failed, position: SourcePosition(line: 1))
    ])

  /// A report on a notebook of three cells, after these events.
  private func report(_ events: RunEvent...) throws -> RunReport {
    let text = TestNotebook.model + "```{build}\nlabel: other\nlayers: [dense: {units: 10}]\n```\n"
    var report = RunReport(header: try TestNotebook("---\nparams: {n: 3, w: few}\n---\n" + text).plan().header)
    for event in events { report.record(event) }
    return report
  }

  private func quantity(_ name: String, in report: RunReport) -> Quantity? {
    FieldReference(name, at: SourcePosition(line: 1)).flatMap { report.quantity($0) }
  }

  @Test func beginsWithNothingRun() throws {
    #expect(try report().cells == [.notRun, .notRun, .notRun])
  }

  @Test func keepsWhatCellsShowAndNotHowFarTheyWere() throws {
    let progress = CellProgress(step: 1, totalSteps: 2, loss: 1, accuracy: nil)
    let report = try report(.cellStarted(0), .progress(0, progress), .cellFinished(0, Self.miss), .cellStarted(1))
    #expect(report.cells == [.finished(Self.miss), .notRun, .notRun])
  }

  @Test func changesNothingForACellThatTheRunDoesNotHave() throws {
    let failed = try report(.cellFailed(3, Self.failure), .cellFinished(-1, Self.miss), .cellFinished(.max, Self.miss))
    #expect(try failed == report())
  }

  @Test func findsANumberByItsLabelOnceItIsMeasured() throws {
    let result = CellResult(fields: [Field("accuracy", .fraction(0.5))])
    let report = try report(.cellFinished(1, result))
    #expect(quantity("net.accuracy", in: report) == .fraction(0.5))
    #expect(quantity("net.loss", in: report) == nil)
    #expect(quantity("other.accuracy", in: report) == nil)
    #expect(quantity("nothing.accuracy", in: report) == nil)
  }

  @Test func findsParametersBeforeAnythingRuns() throws {
    let report = try report()
    #expect(quantity("params.n", in: report) == .count(3))
    guard case .written("few", let number)? = quantity("params.w", in: report) else {
      Issue.record("a word stays a word")
      return
    }
    #expect(number.isNaN)
  }

  @Test func endsAsItsCellsDid() throws {
    let interrupted = CellFailure("stopped", kind: .interrupted)
    #expect(try report(.cellFinished(0, CellResult())).outcome == .succeeded)
    #expect(try report(.cellFinished(0, Self.miss)).outcome == .expectationFailed)
    #expect(try report(.cellFinished(0, Self.miss), .cellFailed(1, Self.failure)).outcome == .failed)
    #expect(try report(.cellFinished(0, Self.miss), .cellFailed(1, interrupted)).outcome == .interrupted)
  }

  @Test func failsForAComparisonThatDiffers() throws {
    func outcome(_ verdict: Comparison.Verdict) throws -> RunOutcome {
      let row = Comparison.Row(
        subject: "x", reported: nil, measured: .count(1), accepted: .range(2...3), verdict: verdict)
      let result = CellResult(outputs: [.comparison(Comparison(caption: "c", rows: [row]))])
      return try report(.cellFinished(2, result)).outcome
    }
    #expect(try outcome(.differs) == .expectationFailed)
    #expect(try outcome(.holds) == .succeeded)
    #expect(try outcome(.notComparable(because: "x")) == .succeeded)
  }
}

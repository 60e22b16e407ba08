import NotebookResults
import TestSupport
import Testing

/// Texts, signs and numbers step by step, held against an evaluation of the same single example.
struct TraceStoryTests {
  private static func notebook(_ load: String, units: Int, layer: String = "gru: {units: 5}", trace: String = "")
    -> String
  {
    """
    ```{load}
    label: data
    \(load)
    ```
    ```{build}
    label: net
    layers: [\(layer), dense: {units: \(units)}]
    ```
    ```{train}
    label: fit
    steps: 20
    batch: 4
    optimizer: {adam: {learning_rate: 0.02}}
    ```
    ```{evaluate}
    label: test
    ```
    ```{trace}
    label: trace
    of: net
    on: data.test
    \(trace)
    ```

    """
  }

  /// A text whose test part is one window.
  private static let text = "dataset: sentences\ncharacters: 600\ntime_steps: 12\ntest: 13"

  private static func task(_ name: String, steps: Int) -> String {
    "dataset: \(name)\ntrain: 40\ntest: 1\ntime_steps: \(steps)\nshortest: \(steps - 2)"
  }

  private func outputs(_ run: TestRun) throws -> (charts: [Chart], tables: [Table]) {
    let outputs = try #require(run.result(4)).outputs
    return (
      outputs.compactMap { if case .chart(let chart) = $0 { chart } else { nil } },
      outputs.compactMap { if case .table(let table) = $0 { table } else { nil } }
    )
  }

  @Test(arguments: [(text, 29), (task("sums", steps: 9), 11), (task("copying", steps: 24), 9)])
  func tellsSignsAsAnEvaluationDoes(_ load: String, _ units: Int) throws {
    let run = try TestNotebook(Self.notebook(load, units: units)).run()
    #expect(run.number("trace", "correct") == run.number("test", "correct"))
    let (traced, measured) = (run.number("trace", "loss"), run.number("test", "loss"))
    #expect(abs(try #require(traced) - #require(measured)) < 1e-9)
    #expect(run.number("trace", "example") == 1)
  }

  @Test(arguments: ["gru: {units: 5}", "bidirectional: {layer: {lstm: {units: 3}}}"], ["adding", "sines"])
  func tellsNumbersAsAnEvaluationDoes(_ layer: String, _ task: String) throws {
    let run = try TestNotebook(Self.notebook(Self.task(task, steps: 9), units: 1, layer: layer)).run()
    for field in ["mean_squared_error", "mean_absolute_error"] {
      #expect(abs(try #require(run.number("trace", field)) - #require(run.number("test", field))) < 1e-12)
    }
  }

  @Test func showsWhatIsReadAndWhatIsNext() throws {
    let run = try TestNotebook(Self.notebook(Self.text, units: 29)).run()
    let table = try #require(outputs(run).tables.last)
    #expect(table.rows.count == 12 && run.number("trace", "steps") == 12)
    func texts(_ column: Int) -> [String] {
      table.rows.map { if case .text(let text) = $0[column] { text } else { "" } }
    }
    #expect(texts(2).dropLast() == texts(1).dropFirst(), "what is next is read at the next step")
    func shares(_ column: Int) -> [Double] {
      table.rows.map { if case .shaded(let share, _) = $0[column] { share.number } else { -1 } }
    }
    for row in 0..<12 {
      let ranked = [5, 7, 9].map { shares($0)[row] }
      #expect(ranked == ranked.sorted(by: >) && ranked[2] > 0 && ranked.reduce(0, +) < 1 + 1e-6)
      for (name, share) in zip([4, 6, 8], ranked) where texts(name)[row] == texts(2)[row] {
        #expect(share == shares(3)[row])
      }
    }
    let chart = try #require(outputs(run).charts.first)
    #expect(chart.series.map { $0.points.map(\.y) } == [shares(3), shares(5)])
  }

  @Test func showsNumbersBesideWhatIsRight() throws {
    for (task, isConstant) in [("adding", true), ("sines", false)] {
      let run = try TestNotebook(Self.notebook(Self.task(task, steps: 9), units: 1)).run()
      let charts = try outputs(run).charts
      let target = task == "adding" ? "sum" : "cosine"
      #expect(charts.last?.series.map(\.name) == ["\(target) to tell", "\(target) told"])
      let right = try #require(charts.last?.series.first).points.map(\.y)
      #expect((Set(right).count == 1) == isConstant)
      let steps = try #require(run.number("trace", "steps"))
      #expect(Double(right.count) == steps && 7...9 ~= steps)
    }
  }

  @Test func showsGatesAndTheGradientOfATextAndOfNumbers() throws {
    for (load, units) in [(Self.text, 29), (Self.task("adding", steps: 9), 1), (Self.task("sines", steps: 9), 1)] {
      let run = try TestNotebook(Self.notebook(load, units: units, trace: "show: [states, gates, gradient]")).run()
      let sizes = [run.number("trace", "gradient_first"), run.number("trace", "gradient_last")]
      #expect(sizes.allSatisfy { $0.map { $0.isFinite && $0 > 0 } ?? false })
    }
  }
}

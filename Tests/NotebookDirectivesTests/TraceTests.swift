import Datasets
import NotebookPlanning
import NotebookResults
import NotebookRunning
import NotebookSyntax
import RecurrentEngine
import TestSupport
import Testing

@testable import NotebookDirectives

/// One example through a network, step by step.
struct TraceTests {
  private static let train = "```{train}\nlabel: fit\nsteps: 30\nbatch: 20\n```\n"

  private func trace(_ options: String = "") -> String { "```{trace}\nlabel: trace\n\(options)\n```\n" }

  private func run(_ options: String, model: String = TestNotebook.model) throws -> TestRun {
    try TestNotebook(model + Self.train + trace(options)).run()
  }

  private func outputs(_ run: TestRun) throws -> [CellOutput] { try #require(run.result(3)).outputs }

  @Test("At the last step a network says of an example what an evaluation has it say, whatever its readout")
  func endsAsAnEvaluation() throws {
    for readout in ["final_state", "last_output", "mean"] {
      for layer in ["lstm: {units: 5}", "bidirectional: {layer: {gru: {units: 5}}}, lstm: {units: 4}"] {
        let model =
          TestNotebook.digits
          + "```{build}\nlabel: net\nreadout: \(readout)\nlayers: [\(layer), dense: {units: 10}]\n```\n"
        let run = try run("example: 9", model: model)
        let session = run.runner.session
        let model2 = try #require(session.models["net"])
        guard case .classes(let examples)? = session.loadedDataset("digits")?.examples(.test)?.targets else {
          Issue.record("there are no classes")
          return
        }
        let evaluation = Workspace(network: model2.network, capacity: 1, threads: 1)
          .evaluate(ExampleBatch(examples, at: [8]).batch, parameters: model2.parameters)
        let said = try #require(evaluation.predictions[0])
        #expect(run.number("trace", "reading") == Double(said))
        #expect(run.number("trace", "probability") == Double(evaluation.probabilities[said]))
        #expect(run.number("trace", "example") == 9)
        #expect(run.number("trace", "class") == Double(examples.target(of: 8, at: 0)))
      }
    }
  }

  @Test("At each step a network says what it would say if the example ended there")
  func saysWhatItWouldSayThere() throws {
    let run = try run("")
    let model = try #require(run.runner.session.models["net"])
    guard case .classes(let examples)? = run.runner.session.loadedDataset("digits")?.examples(.test)?.targets else {
      Issue.record("there are no classes")
      return
    }
    let readings = TraceReadings(
      model.network, parameters: model.parameters, example: 0, of: examples, threads: 2)
    let workspace = Workspace(network: model.network, capacity: 1, threads: 1)
    #expect(readings.steps == 28)
    for step in [1, 13, 28] {
      var batch = ExampleBatch(examples, at: [0]).batch
      batch.lengths = [step]
      #expect(workspace.evaluate(batch, parameters: model.parameters).probabilities == readings.probabilities[step - 1])
    }
    let decided = readings.decidedStep
    #expect(Set(readings.classes[(decided - 1)...]).count == 1)
    #expect(decided == 1 || readings.classes[decided - 2] != readings.classes[decided - 1])
  }

  @Test("The first example that is read right or wrong is found, or it is said that there is none")
  func findsRightAndWrong() throws {
    for (word, isRight) in [("right", true), ("wrong", false)] {
      let run = try run("example: \(word)")
      #expect((run.number("trace", "reading") == run.number("trace", "class")) == isRight)
      let example = Int(try #require(run.number("trace", "example")))
      for earlier in 1..<example {
        let other = try self.run("example: \(earlier)")
        #expect((other.number("trace", "reading") == other.number("trace", "class")) != isRight)
      }
    }
  }

  @Test("An image is shown as far as it was read, by rows, columns or pixels")
  func showsWhatWasRead() throws {
    let shape = ImageShape(rows: 2, columns: 3)
    let images = ImageSet(shape: shape, pixels: [1, 2, 3, 4, 5, 6], labels: [0])
    func pixels(_ reading: ImageReading, _ steps: Int) -> [UInt8] {
      let examples = ImageExamples(images, reading: reading, classes: 2)
      guard case .picture(_, _, let pixels) = examples.view(of: 0, after: steps) else { return [] }
      return pixels
    }
    #expect(pixels(.rows, 1) == [1, 2, 3, 0, 0, 0])
    #expect(pixels(.columns, 1) == [1, 0, 0, 4, 0, 0])
    #expect(pixels(.pixels, 4) == [1, 2, 3, 4, 0, 0])
    #expect(pixels(.rows, 0) == [0, 0, 0, 0, 0, 0] && pixels(.columns, 3) == [1, 2, 3, 4, 5, 6])
  }

  @Test("States, gates and the gradient are shown of the units that are named")
  func showsTheInside() throws {
    let run = try run("show: [states, gates, gradient]\nunits: [0, 5]")
    let outputs = try outputs(run)
    let charts = outputs.compactMap { output in if case .chart(let chart) = output { chart } else { nil } }
    let strips = outputs.compactMap { output in if case .pictures(let strip) = output { strip } else { nil } }
    #expect(charts.map { $0.series.map(\.name) } == [["unit 0", "unit 5"], ["lstm_1"]])
    #expect(charts.allSatisfy { $0.series.allSatisfy { $0.points.map(\.x) == Array(1...28) } })
    #expect(strips.last?.pictures.map(\.label) == ["input", "candidate", "forget", "output"])
    #expect(strips.last?.pictures.allSatisfy { $0.columns == 28 && $0.rows == 8 } == true)
    let (first, last) = (run.number("trace", "gradient_first"), run.number("trace", "gradient_last"))
    #expect(try #require(first) < #require(last), "what was long ago matters less")
  }

  @Test("A trace is the same for any number of threads")
  func isTheSameOnThreads() throws {
    let notebook = TestNotebook(
      TestNotebook.model + Self.train + trace("show: [probabilities, states, gates, gradient]"))
    #expect(try notebook.run(threads: 1).result(3) == notebook.run(threads: 3).result(3))
  }
}

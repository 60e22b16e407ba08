import NotebookResults
import NotebookRunning
import TestSupport
import Testing

@testable import NBRunCommand

/// What is kept of a notebook that reads a text: found again when nothing changed, and worked out again for any option of the text.
struct TextStoreTests {
  private static let notebook = """
    ```{load}
    label: text
    dataset: sentences
    characters: 3000
    time_steps: 10
    validation: 200
    test: 300
    ```
    ```{build}
    label: net
    layers: [lstm: {units: 4}, dense: {units: 29}]
    ```
    ```{train}
    label: fit
    steps: 12
    batch: 10
    report: {batch_bits_per_character: every 2 steps, batch_accuracy: every 3 steps}
    ```
    ```{evaluate}
    label: test
    ```

    """
  private static let all = ["text", "net", "fit", "test"]

  @Test(arguments: [
    ("characters: 3000", "characters: 3100", ["text", "fit", "test"]),
    ("time_steps: 10", "time_steps: 12", ["text", "net", "fit", "test"]),
    ("validation: 200", "validation: 210", ["text", "fit", "test"]),
    ("test: 300", "test: 310", ["text", "fit", "test"]),
    ("bits_per_character", "loss", ["fit", "test"]),
    ("```{load}", "---\nseed: 2\n---\n```{load}", all),
  ])
  func exactlyWhatDependsOnAChangeRunsAgain(_ before: String, _ after: String, _ labels: [String]) throws {
    let run = try StoredRun()
    #expect(try run.run(Self.notebook).ran == Self.all)
    #expect(try run.run(Self.notebook).ran == [])
    let text = Self.notebook.replacing(before, with: after)
    let again = try run.run(text)
    #expect(again.ran == labels)
    #expect(try again.page == run.run(text, storing: false).page)
    #expect(try run.run(Self.notebook).ran == [], "what was kept before is still there")
  }

  @Test func aTextFileThatChangedIsReadAgain() throws {
    let run = try StoredRun()
    let line = "The dog sees the birds and sings of five old trees. My fox. "
    let text = Self.notebook.replacing("dataset: sentences\ncharacters: 3000", with: "text: words.txt")
      .replacing("units: 29", with: "units: \(Set(line).count)")
    try run.folder.write(String(repeating: line, count: 50), to: "words.txt")
    #expect(try run.run(text).ran == Self.all)
    #expect(try run.run(text).ran == [])
    try run.folder.write(String(line.reversed()) + String(repeating: line, count: 49), to: "words.txt")
    #expect(try run.run(text).ran == ["text", "fit", "test"])
  }

  /// An epoch has 24 batches; the second training begins within one.
  @Test(arguments: [5, 24, 31]) func aTrainingThatWasBrokenOffGoesOnWithItsStates(_ step: Int) throws {
    let run = try StoredRun()
    let text = Self.notebook.replacing("steps: 12", with: "steps: 40")
    _ = try run.run(text, pausing: .step(step))
    let rest = try run.run(text)
    #expect(rest.ran == ["fit after \(step)", "test"])
    #expect(try rest.page == run.run(text, storing: false).page)
  }
}

import NotebookResults
import NotebookSyntax
import Testing

/// What a `{train}` reports of its updates, and clipped gradients.
struct UpdateMeasureTests {
  /// A training whose every batch is the same images in another order.
  private static func fit(_ options: String) -> String {
    """
    ```{train}
    label: fit
    steps: 3
    batch: 300
    \(options)
    report: {gradient_norm: every step, batch_loss: every step, learning_rate: at the end}
    ```

    """
  }

  private func run(_ options: String) throws -> TestRun {
    try TestNotebook(TestNotebook.model + Self.fit(options)).run()
  }

  @Test func aNormIsThatOfTheGradientBeforeItIsClipped() throws {
    let plain = try run("optimizer: {sgd: {learning_rate: 0.5}}")
    let clipped = try run("optimizer: {sgd: {learning_rate: 0.5}}\nclip_norm: 0.001")
    let first = try #require(plain.points("fit", "gradient_norm")?.first?.y)
    #expect(first > 0.01)
    #expect(clipped.points("fit", "gradient_norm")?.first?.y == first)
    // A step of at most half a thousandth moves the loss by no more than that times the norm.
    let losses = try #require(clipped.points("fit", "batch_loss")).map(\.y)
    #expect(abs(losses[1] - losses[0]) <= 0.0005 * 2 * first)
    #expect(losses != plain.points("fit", "batch_loss")?.map(\.y))
  }

  @Test func aGradientWithinItsBoundIsLeftAsItIs() throws {
    let plain = try run("optimizer: {sgd: {learning_rate: 0.5}}")
    for bound in ["clip_norm: 1000", "clip_value: 1000"] {
      let clipped = try run("optimizer: {sgd: {learning_rate: 0.5}}\n\(bound)")
      #expect(clipped.points("fit", "batch_loss") == plain.points("fit", "batch_loss"))
    }
    let cut = try run("optimizer: {sgd: {learning_rate: 0.5}}\nclip_value: 0.0001")
    #expect(cut.points("fit", "batch_loss") != plain.points("fit", "batch_loss"))
  }

  @Test func aTrainingWithoutNormsTakesTheSameSteps() throws {
    let measured = try run("clip_norm: 0.1")
    let silent = try TestNotebook(
      TestNotebook.model + Self.fit("clip_norm: 0.1").replacing("gradient_norm: every step, ", with: "")
    ).run()
    #expect(measured.points("fit", "batch_loss") == silent.points("fit", "batch_loss"))
  }

  @Test func smoothedLabelsMoveUpdatesAndNoMeasure() throws {
    // Without a learning rate every measure is that of the initial weights.
    let standing = "optimizer: {sgd: {learning_rate: 0}}"
    let plain = try run(standing)
    let smoothed = try run("\(standing)\nlabel_smoothing: 0.9")
    #expect(smoothed.points("fit", "batch_loss") == plain.points("fit", "batch_loss"))
    #expect(smoothed.points("fit", "gradient_norm") != plain.points("fit", "gradient_norm"))
    let moved = [try #require(smoothed.number("fit", "loss")), try #require(plain.number("fit", "loss"))]
    #expect(moved[0] != moved[1], "the loss of an update is what it makes smaller")
    let (fast, without) = (try run("label_smoothing: 0.9"), try run("label_smoothing: 0"))
    #expect(fast.points("fit", "batch_loss") != without.points("fit", "batch_loss"))
    #expect(without.points("fit", "batch_loss") == (try run("")).points("fit", "batch_loss"))
  }

  @Test func whatIsNoMeritHasNoBest() throws {
    let run = try run("")
    #expect(run.points("fit", "learning_rate") == [SeriesPoint(x: 2, y: 0.001)])
    #expect(run.number("fit", "learning_rate") == 0.001)
    #expect(run.number("fit", "best_batch_loss") != nil)
    #expect(run.number("fit", "best_learning_rate") == nil)
    #expect(
      TestNotebook(TestNotebook.model + Self.fit("") + "{{fit.best_gradient_norm}}\n").planned().diagnostics.count == 1)
  }
}

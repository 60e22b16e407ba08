import NotebookResults
import NotebookSyntax

/// A notebook with one cell of each kind of output, and runs of it as literal events.
enum SampleRun {
  static let finished = report(of: [
    .runStarted(header), .cellStarted(0), .cellFinished(0, load), .cellStarted(1), .cellFinished(1, build),
    .cellStarted(2), .progress(2, CellProgress(step: 1, totalSteps: 782, loss: 2.3, accuracy: nil)),
    .cellFinished(2, train), .cellStarted(3), .cellFinished(3, test), .cellStarted(4), .cellFinished(4, compare),
  ])

  /// The third cell fails.
  static let failed = report(of: [
    .runStarted(header), .cellFinished(0, load), .cellFinished(1, build),
    .cellFailed(2, CellFailure("the loss is not a number after step 41", suggestion: "try a smaller learning rate")),
  ])

  static let interrupted = report(of: [
    .runStarted(header), .cellFinished(0, load),
    .cellFailed(1, CellFailure("stopped by the user", kind: .interrupted)),
  ])

  /// A training that stopped on the way, with what it had to show by then.
  static func paused(isInterruption: Bool) -> RunReport {
    let progress = CellProgress(step: 300, totalSteps: 782, loss: 0.5, accuracy: 0.9)
    return report(of: [
      .runStarted(header), .cellFinished(0, load), .cellFinished(1, build),
      .cellPaused(2, CellPause(progress: progress, result: train, isInterruption: isInterruption)),
    ])
  }

  /// All cells run, an expectation and a comparison do not hold.
  static let missed = report(of: [
    .runStarted(header), .cellFinished(0, load), .cellFinished(1, build), .cellFinished(2, train),
    .cellFinished(3, CellResult(fields: [Field("accuracy", .fraction(0.9012))], expectations: [missedExpectation])),
    .cellFinished(4, CellResult(outputs: [.comparison(differing)])),
  ])

  /// Generated digits stand in for the real ones, so nothing is compared.
  static let fallback = report(of: [
    .runStarted(header), .cellFinished(0, CellResult(notices: [notice], provenance: [digits])),
    .cellFinished(1, build), .cellFinished(2, train),
    .cellFinished(3, CellResult(expectations: [uncheckedExpectation])),
    .cellFinished(4, CellResult(outputs: [.comparison(incomparable)])),
  ])

  static let started = report(of: [.runStarted(header), .cellFinished(0, load)])

  static func report(of events: [RunEvent], header: RunHeader = header) -> RunReport {
    events.reduce(into: RunReport(header: header)) { $0.record($1) }
  }
}

/// What the cells leave.
extension SampleRun {
  static let notice = "generated digits stand in for MNIST, which was not found"
  static let digits = Provenance(name: "digits.train", digest: String(repeating: "d1", count: 32))

  static let load = CellResult(
    outputs: [
      .table(
        Table(
          caption: "Splits", columns: ["split", "images", "shape", "range"],
          rows: [
            [.text("train"), .quantity(.count(60_000)), .text("28×28"), .text("0 to 1")],
            [.text("test"), .quantity(.count(10_000)), .text("28×28"), .text("0 to 1")],
          ])),
      .pictures(PictureStrip(caption: "The first digits", pictures: [seven, one, seven, one])),
    ],
    fields: [Field("train", .count(60_000)), Field("test", .count(10_000))],
    provenance: [
      Provenance(name: "mnist.train", digest: String(repeating: "a0", count: 32)),
      Provenance(name: "mnist.test", digest: String(repeating: "b1", count: 32)),
    ])

  static let build = CellResult(
    outputs: [
      .table(
        Table(
          caption: "Layers", columns: ["layer", "output", "parameters"],
          rows: [
            [.text("dense"), .text("28 × 128"), .quantity(.count(3_712))],
            [.text("lstm"), .text("128"), .quantity(.count(131_584))],
            [.text("dense"), .text("10"), .quantity(.count(1_290))],
          ],
          footer: [.text("total"), .empty, .quantity(.count(136_586))])),
      .note("The forget gates begin with a bias of 1."),
    ])

  static let train = CellResult(
    outputs: [
      .chart(
        Chart(
          title: "Accuracy while training", xLabel: "step", yLabel: "accuracy",
          series: [
            ChartSeries(name: "batch", points: learningCurve(every: 20, floor: 0.1, noise: 0.03)),
            ChartSeries(name: "test", points: learningCurve(every: 80, floor: 0.1, noise: 0)),
          ]))
    ],
    fields: [Field("final_loss", .real(0.0873))])

  static let test = CellResult(
    outputs: [
      .table(
        Table(
          caption: "Confusions", columns: ["is", "read as 1", "read as 7"],
          rows: [
            [.text("1"), .shaded(.count(1_127), weight: 1), .shaded(.count(8), weight: 0.01)],
            [.text("7"), .shaded(.count(31), weight: 0.6), .shaded(.count(997), weight: 0.9)],
          ]))
    ],
    fields: [Field("accuracy", .fraction(0.97584)), Field("loss", .real(0.0812))],
    expectations: [
      ExpectationResult(
        text: "test.accuracy >= 0.945", measured: .fraction(0.97584), outcome: .held, position: SourcePosition(line: 42)
      )
    ])

  static let compare = CellResult(outputs: [
    .comparison(
      Comparison(
        caption: "Reported and measured",
        rows: [
          Comparison.Row(
            subject: "test accuracy", reported: .written("0.9764", 0.9764), measured: .fraction(0.97584),
            accepted: .range(0.949...0.98)),
          Comparison.Row(
            subject: "final loss", reported: .written("0.09", 0.09), measured: .real(0.0873), accepted: .tolerance(0.02)
          ),
          Comparison.Row(subject: "parameters", reported: nil, measured: .count(136_586), accepted: nil),
        ]))
  ])

  static let differing = Comparison(
    caption: "Reported and measured",
    rows: [
      Comparison.Row(
        subject: "test accuracy", reported: .written("0.9764", 0.9764), measured: .fraction(0.9012),
        accepted: .range(0.949...0.98), verdict: .differs)
    ])

  static let incomparable = Comparison(
    caption: "Reported and measured",
    rows: [
      Comparison.Row(
        subject: "test accuracy", reported: .written("0.9764", 0.9764), measured: .fraction(0.9372),
        accepted: .range(0.949...0.98), verdict: .notComparable(because: "the digits are generated"))
    ])

  static let missedExpectation = ExpectationResult(
    text: "test.accuracy >= 0.945", measured: .fraction(0.9012), outcome: .failed, position: SourcePosition(line: 42))

  static let uncheckedExpectation = ExpectationResult(
    text: "test.accuracy >= 0.945", measured: .fraction(0.9372),
    outcome: .notChecked(because: "the digits are generated"), position: SourcePosition(line: 42))

  /// A curve that rises steeply and then slowly, with a ripple instead of noise.
  static func learningCurve(every distance: Int, floor: Double, noise: Double) -> [SeriesPoint] {
    stride(from: distance, through: 782, by: distance).map { step in
      let ripple = noise * Double(step / distance % 3 - 1)
      return SeriesPoint(x: step, y: 1 - (1 - floor) * 40 / (40 + Double(step)) + ripple)
    }
  }
}

extension Comparison.Row {
  /// A row that holds.
  init(subject: String, reported: Quantity?, measured: Quantity, accepted: Comparison.Acceptance?) {
    self.init(subject: subject, reported: reported, measured: measured, accepted: accepted, verdict: .holds)
  }
}

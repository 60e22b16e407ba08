import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static let fit =
    "\(TestNotebook.model)```{train}\nlabel: fit\nsteps: 3\nreport: {batch_loss: every step}\n```\n"

  /// Labels and fields that are misspelt, too early, taken or of the wrong kind.
  static let wrongNames = [
    WrongNotebook(
      "a label twice", "\(TestNotebook.digits)```{load}\nlabel: 1️⃣digits\ndataset: digits\n```\n",
      .at(1, .duplicateLabel, "a label names one cell; 'digits' is taken on line 1")),
    WrongNotebook(
      "labels that are no names",
      "```{load}\nlabel: 1️⃣my digits\ndataset: digits\n```\n```{build}\nlabel: 2️⃣params\ndata: my digits\nlayers: [dense: {units: 10}]\n```\n",
      .at(1, .malformedLabel, "a label is a letter, then letters, digits, '-' and '_', not 'my digits'"),
      .at(2, .malformedLabel, "'params' stands for the notebook's parameters and labels no cell")),
    WrongNotebook(
      "a misspelt label", "\(TestNotebook.model)```{train}\nmodel: 1️⃣nett\nsteps: 3\n```\n",
      .at(1, .unknownLabel, "nothing is labelled 'nett'", suggestion: "did you mean 'net'?")),
    WrongNotebook(
      "a name used before it is made",
      "```{build}\ndata: 1️⃣digits\nlayers: [dense: {units: 10}]\n```\n\(TestNotebook.digits)",
      .at(1, .usedBeforeMade, "'digits' is made on line 5, after it is used here", suggestion: "move its cell up")),
    WrongNotebook(
      "a measurement used before it is made",
      "```{load}\ndataset: digits\nexpect: 1️⃣net.parameters > 3\n```\n\(TestNotebook.net)", .at(1, .usedBeforeMade)),
    WrongNotebook(
      "a data set for a model and a model for a data set",
      "\(TestNotebook.model)```{train}\nmodel: 1️⃣digits\ndata: 2️⃣net\nsteps: 3\n```\n```{evaluate}\non: 3️⃣net.test\n```\n",
      .at(1, .wrongKind, "'digits' is a data set, not a model"), .at(2, .wrongKind, "'net' is a model, not a data set"),
      .at(3, .wrongKind)),
    WrongNotebook(
      "a misspelt part", "\(TestNotebook.model)```{evaluate}\non: 1️⃣digits.tset\n```\n",
      .at(1, .unknownField, "a data set has no part 'tset'", suggestion: "did you mean 'test'?")),
    WrongNotebook(
      "a part that is empty", "\(TestNotebook.model)```{evaluate}\non: 1️⃣digits.validation\n```\n",
      .at(1, .unknownField, "'digits' has no validation images", suggestion: "give its {load} 'validation: 5000'")),
    WrongNotebook(
      "a part without a name", "\(TestNotebook.model)```{evaluate}\non: 1️⃣test\n```\n",
      .at(1, .malformedReference, "'on' is a name such as mnist.test, not 'test'")),
    WrongNotebook(
      "prose that names what is not there",
      "\(fit)\n1️⃣{{fitt.loss}}, *2️⃣{{fit.los}}*, `{{fit.los}}` and 3️⃣{{net.accuracy}}",
      .at(1, .unknownLabel, "nothing is labelled 'fitt'", suggestion: "did you mean 'fit'?"),
      .at(2, .unknownField, "'fit' has no number 'los'", suggestion: "did you mean 'loss'?"), .at(3, .unknownField)),
    WrongNotebook(
      "a number out of what is no series, and a series where a number out of one stands",
      """
      \(fit)```{chart}
      series: [1️⃣fit.batch_loss@2]
      ```
      ```{compare}
      rows:
        - {subject: a, measured: 2️⃣fit.steps@2, range: 0..1}
        - {subject: b, measured: 3️⃣fit.batch_los.mean@0..2, range: 0..1}
        - {subject: c, measured: 4️⃣fit.batch_loss@2, at: [2], ranges: [0..9]}
      expect: 5️⃣params.n@2 > 1
      ```
      ```{evaluate}
      on: 6️⃣digits.test@2
      ```
      """,
      .at(1, .wrongType, "'fit.batch_loss@2' is one number, and a series is asked for"),
      .at(2, .unknownField, "'fit' records no series 'steps'"),
      .at(3, .unknownField, "'fit' records no series 'batch_los'", suggestion: "did you mean 'batch_loss'?"),
      .at(4, .wrongType), .at(5, .unknownParameter), .at(6, .unknownField, "a data set has no part 'test@2'")),
    WrongNotebook(
      "a measured number for a published one",
      "\(fit)```{compare}\nrows:\n  - {subject: a, measured: fit.loss, reported: 1️⃣fit.batch_loss, tolerance: 1}\n```\n",
      .at(
        1, .wrongType, "'reported' is a figure that somebody published, not a measured number",
        suggestion:
          "two measured numbers are compared by an expectation, such as 'expect: test.accuracy >= fit.batch_loss'")),
    WrongNotebook(
      "a chart of a number", "\(fit)```{chart}\nseries: [1️⃣fit.steps, 2️⃣net.loss, 3️⃣fit]\n```\n",
      .at(1, .unknownField, "'fit' records no series 'steps'"), .at(2, .unknownField), .at(3, .malformedReference)),
    WrongNotebook(
      "a chart of steps and epochs",
      "\(fit)```{chart}\nseries:\n  - fit.batch_loss\n  - 1️⃣{name: x, values: [1, 2], every: 1 epochs}\n```\n",
      .at(1, .conflictingKeys)),
    WrongNotebook(
      "axes that a chart cannot have",
      "```{chart}\nseries: [{values: [1, 2], every: 2 steps}]\nx_range: 1️⃣[0, 2]\ny_range: 2️⃣[0, 2]\n```\n```{chart}\nseries: [{values: [1, 2], every: 2 steps}]\nx_range: 3️⃣0.5..2\nheight: 4️⃣2\nsmooth: 5️⃣1\n```\n",
      .at(1, .wrongType, suggestion: "write '0..2'"), .at(2, .wrongType, suggestion: "write '0..2'"),
      .at(3, .wrongType, "'x_range' is a range of whole numbers from 0 on, such as 0..500"), .at(4, .outOfRange),
      .at(5, .outOfRange)),
    WrongNotebook(
      "a logarithmic axis from 0 and figures that have no logarithm",
      "```{chart}\nseries: [{values: [1, 2], every: 2 steps}, 1️⃣{values: [1, 0], every: 2 steps, name: zero}]\ny_scale: log\ny_range: 2️⃣0..2\n```\n",
      .at(1, .conflictingKeys, "the figures of 'zero' are not all above 0, which they are where 'y_scale' is log"),
      .at(2, .conflictingKeys, "'y_range' begins above 0 where 'y_scale' is log")),
    WrongNotebook(
      "charts in a form that there is not", "---\ncharts: 1️⃣pictures\n---\n",
      .at(1, .unknownName, "'charts' is 'text', 'svg' or 'both', not 'pictures'")),
    WrongNotebook(
      "charts of nothing", "```{chart}\nseries: 1️⃣[]\n```\n```{chart}\nseries: [2️⃣{values: [1]}]\n```\n",
      .at(1, .wrongType), .at(2, .missingKey)),
    WrongNotebook(
      "figures whose places overflow",
      "```{chart}\nseries: [{values: [1, 2, 3], every: 1️⃣4611686018427387904 steps}]\n```\n", .at(1, .wrongType)),
    WrongNotebook(
      "figures with other places",
      "```{chart}\nseries: [{values: [1, 2], at: 1️⃣[0]}, {values: [1, 2], at: 2️⃣[5, 5]}, {values: [1, 3️⃣x], at: [0, 1]}]\n```\n",
      .at(1, .wrongType), .at(2, .wrongType), .at(3, .wrongType)),
  ]

  /// Data that cannot be had, or are somewhere else.
  static let wrongData = [
    WrongNotebook(
      "data that are not there", "```{load}\nlabel: mnist\ndataset: 1️⃣mnist\n```\n\(TestNotebook.net)",
      .at(
        1, .missingData, "the data set 'mnist' is not in any folder",
        suggestion: "say where it is with --data DIR, or add 'fallback: digits'")),
    WrongNotebook(
      "a fallback that is none",
      "```{load}\ndataset: 1️⃣mnist\nfallback: 2️⃣noise\n```\n",
      .at(1, .missingData), .at(2, .unknownName)),
    WrongNotebook(
      "folders outside the notebook's own",
      "```{load}\nfolder: 1️⃣../other\n```\n```{load}\nfolder: 2️⃣/etc\n```\n```{load}\nfolder: 3️⃣a/../../b\n```\n",
      .at(
        1, .unreadableData, "'../other' leads out of the notebook's own folder, the only place that its data may lie in"
      ),
      .at(2, .unreadableData), .at(3, .unreadableData)),
  ]

  /// Expectations that cannot be checked.
  static let wrongExpectations = [
    expectation(
      "one equals sign", "1️⃣net.parameters = 3",
      .at(
        1, .malformedExpectation,
        "an expectation reads like 'test.accuracy >= 0.95' or 'fit.loss in 0.1..0.3', not 'net.parameters = 3'",
        suggestion: "write 'net.parameters == 3'")),
    expectation(
      "two signs for one", "1️⃣net.parameters >> 3",
      .at(1, .malformedExpectation, suggestion: "write 'net.parameters > 3'")),
    expectation(
      "a percentage", "1️⃣net.parameters > 90%", .at(1, .malformedExpectation, suggestion: "write 'net.parameters > 0.9'")
    ),
    expectation(
      "a sign of mathematics", "1️⃣net.parameters ≥ net.layers",
      .at(1, .malformedExpectation, suggestion: "write 'net.parameters >= net.layers'")),
    expectation(
      "no cell", "1️⃣parameters >= 3", .at(1, .malformedExpectation, suggestion: "write 'build-3.parameters >= 3'")),
    expectation("no relation", "1️⃣net.parameters", .at(1, .malformedExpectation)),
    expectation("nothing on its right", "1️⃣net.parameters >", .at(1, .malformedExpectation)),
    expectation("nothing on its left", "1️⃣'> 3'", .at(1, .malformedExpectation)),
    expectation("two relations", "1️⃣net.parameters > 3 > 2", .at(1, .malformedExpectation)),
    expectation("a range upside down", "1️⃣net.parameters in 5..3", .at(1, .malformedExpectation)),
    expectation("a range that is a number", "1️⃣net.parameters in 5", .at(1, .malformedExpectation)),
    expectation("a bound that is no number", "1️⃣net.parameters > nan", .at(1, .malformedExpectation)),
    expectation(
      "a misspelt field", "1️⃣net.parameter > 3",
      .at(1, .unknownField, "'net' has no number 'parameter'", suggestion: "did you mean 'parameters'?")),
    expectation("a misspelt field on its right", "1️⃣net.parameters > net.layer", .at(1, .unknownField)),
    expectation("a label that is not there", "1️⃣other.parameters > 3", .at(1, .unknownLabel)),
    expectation("a parameter that is not there", "1️⃣params.x > 3", .at(1, .unknownParameter)),
    expectation("a list in the list", "1️⃣[a]", .at(1, .wrongType)),
  ]

  private static func expectation(_ description: String, _ text: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(
      "an expectation with \(description)",
      "\(TestNotebook.model)```{build}\nlayers: [dense: {units: 10}]\nexpect:\n  - net.layers == 2\n  - \(text)\n```\n",
      expected)
  }

  /// Comparisons that cannot be made.
  static let wrongComparisons = [
    WrongNotebook(
      "a comparison of no rows", "```{compare}\nrows: 1️⃣[]\n```\n",
      .at(1, .wrongType, "a comparison has at least one row")),
    comparison("without rows", "1️⃣x", .at(1, .wrongType)),
    comparison("of nothing", "- 1️⃣{subject: x, range: 0..1}", .at(1, .missingKey, "a row needs 'measured'")),
    comparison("that nothing decides", "- 1️⃣{subject: x, measured: fit.loss}", .at(1, .missingKey)),
    comparison(
      "with a misspelt range", "- {subject: x, measured: fit.loss, 1️⃣rnage: 0..1}", .at(1, .unknownKey)),
    comparison(
      "with a range and a tolerance",
      "- {subject: x, measured: fit.loss, reported: 1, range: 0..1, tolerance: 1️⃣0.1}", .at(1, .conflictingKeys)),
    comparison(
      "with a tolerance around nothing", "- {subject: x, measured: fit.loss, tolerance: 1️⃣0.1}", .at(1, .missingKey)),
    comparison(
      "of steps with epochs",
      "- 1️⃣{subject: x, measured: fit.batch_loss, reported: [1, 2], every: epoch, tolerance: 1}",
      .at(1, .conflictingKeys)),
    comparison(
      "with a range too few",
      "- {subject: x, measured: fit.batch_loss, reported: [1, 2], every: 1 steps, ranges: 1️⃣[0..1]}",
      .at(1, .wrongType)),
    comparison(
      "of a series that is a number", "- {subject: x, measured: 1️⃣fit.steps, reported: [1], at: [0], tolerance: 1}",
      .at(1, .unknownField)),
  ]

  private static func comparison(_ description: String, _ rows: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook("a comparison \(description)", "\(fit)```{compare}\nrows:\n  \(rows)\n```\n", expected)
  }
}

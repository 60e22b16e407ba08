import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func chart(_ description: String, _ options: String, _ expected: Expected...) -> WrongNotebook {
    let front = "---\nparams: {units: 4, rate: 0.01}\n---\n"
    let cells =
      TestNotebook.digits + "```{build}\nlabel: net\nlayers: [dense: {units: $units}, dense: {units: 10}]\n```\n"
      + "```{train}\nlabel: fit\nsteps: 2\nbatch: 10\noptimizer: {sgd: {learning_rate: $rate}}\nreport: {batch_loss: every step}\n```\n"
      + "```{evaluate}\nlabel: test\n```\n"
      + "```{sweep}\nlabel: rates\nover: {rate: [0.1, 0.2]}\ncollect: [test.loss]\n```\n"
    return WrongNotebook(description, front + cells + "```2️⃣{chart}\n\(options)\n```\n", expected)
  }

  /// What no kind of chart can show.
  static let wrongCharts = [
    chart(
      "a kind of chart that there is not", "kind: 1️⃣bar\nnumbers: [test.loss]",
      .at(
        1, .unknownName, "'kind' is 'lines', 'strips', 'bars' or 'heat_map', not 'bar'",
        suggestion: "did you mean 'bars'?"
      )),
    chart(
      "numbers where lines are asked for", "numbers: 1️⃣[test.loss]",
      .at(
        1, .conflictingKeys, "'numbers' goes with bars and heat maps, not with lines", suggestion: "write 'kind: bars'")
    ),
    chart(
      "series where bars are asked for", "kind: bars\nseries: 1️⃣[fit.batch_loss]",
      .at(
        1, .conflictingKeys, "'series' goes with lines and strips, not with bars", suggestion: "name 'numbers' instead")
    ),
    chart(
      "series and numbers together", "kind: bars\nseries: 1️⃣[fit.batch_loss]\nnumbers: [test.loss]",
      .at(1, .conflictingKeys)),
    chart(
      "what only lines have",
      "kind: strips\nseries: [fit.batch_loss]\nheight: 1️⃣12\npanels: 3️⃣true",
      .at(1, .conflictingKeys, "'height' goes with lines, not with strips"), .at(3, .conflictingKeys)),
    chart(
      "what only series have", "kind: heat_map\nnumbers: [1️⃣rates.loss]\nx_range: 3️⃣0..2\nsmooth: 4️⃣2",
      .at(1, .wrongKind, "a heat map is of a number that a sweep over two parameters collects"),
      .at(3, .conflictingKeys, "'x_range' goes with lines and strips, not with a heat map"), .at(4, .conflictingKeys)),
    chart("bars of nothing", "kind: bars\nnumbers: 1️⃣[]", .at(1, .wrongType, "a chart has at least one bar")),
    chart(
      "bars of what is not said", "kind: bars",
      .at(2, .missingKey, "{chart} needs 'numbers'", suggestion: "write 'numbers: [test.accuracy]'")),
    chart(
      "bars of what is not measured", "kind: bars\nnumbers: [1️⃣test.los, 3️⃣rates.accuracy, 4️⃣params.rate]",
      .at(1, .unknownField, "'test' has no number 'los'", suggestion: "did you mean 'loss'?"),
      .at(3, .unknownField, "'rates' has no number 'accuracy'"),
      .at(4, .wrongKind, "'params.rate' is a parameter, and a measured number is asked for")),
    chart(
      "a bar that is measured and printed", "kind: bars\nnumbers: [{number: test.loss, value: 1️⃣2}, 3️⃣{name: a}]",
      .at(1, .conflictingKeys, "'value' is a printed figure, in place of 'number'"),
      .at(3, .missingKey, "a number needs 'number'")),
    chart(
      "a heat map of one number", "kind: heat_map\nnumbers: 1️⃣test.loss",
      .at(1, .wrongKind, suggestion: "write 'kind: bars'")),
    chart(
      "a heat map of two numbers", "kind: heat_map\nnumbers: 1️⃣[rates.loss, test.loss]",
      .at(1, .wrongType, "a heat map is of one number of a sweep, not of 2")),
    chart(
      "bars by powers of ten from 0", "kind: bars\nnumbers: [test.loss]\ny_scale: log\ny_range: 1️⃣0..2",
      .at(1, .conflictingKeys, "'y_range' begins above 0 where 'y_scale' is log")),
  ]
}

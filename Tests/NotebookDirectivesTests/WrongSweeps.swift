import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func sweep(_ description: String, _ options: String, _ expected: Expected...) -> WrongNotebook {
    let front = "---\nparams: {units: 4, rate: 0.01}\n---\n"
    let cells =
      TestNotebook.digits + "```{build}\nlabel: net\nlayers: [lstm: {units: $units}, dense: {units: 10}]\n```\n"
      + "```{evaluate}\nlabel: test\n```\n"
    return WrongNotebook(description, front + cells + "```2️⃣{sweep}\nlabel: sweep\n\(options)\n```\n", expected)
  }

  /// What cannot be swept over, or collected.
  static let wrongSweeps = [
    sweep(
      "a sweep over an unknown parameter", "over: {1️⃣unit: [1, 2]}\ncollect: [test.loss]",
      .at(1, .unknownParameter, "the notebook has no parameter 'unit'", suggestion: "did you mean 'units'?")),
    sweep(
      "a point that is no right notebook", "over: 1️⃣{units: [4, 0], seed: 1..2}\ncollect: [test.loss]",
      .at(1, .outOfRange, "with units=0, seed=1: 'units' is from 1 to 4096, not 0")),
    sweep("a sweep over a value twice", "over: {units: 1️⃣[4, 5, 4]}\ncollect: [test.loss]", .at(1, .wrongType)),
    sweep("a sweep over no values", "over: {units: 1️⃣[]}\ncollect: [test.loss]", .at(1, .wrongType)),
    sweep("a sweep over a word", "over: 1️⃣units\ncollect: [test.loss]", .at(1, .wrongType)),
    sweep("a seed that is none", "over: {seed: [1, 1️⃣-2]}\ncollect: [test.loss]", .at(1, .outOfRange)),
    sweep(
      "a range of numbers that are not whole", "over: {rate: 1️⃣0.1..0.5}\ncollect: [test.loss]",
      .at(1, .wrongType, "a range of 'rate' is one of whole numbers from 0 on, such as 1..5")),
    sweep("a sweep over nothing", "collect: [test.loss]", .at(2, .missingKey)),
    sweep("a sweep that collects nothing", "over: {seed: 1..2}", .at(2, .missingKey)),
    sweep("a sweep that collects an empty list", "over: {seed: 1..2}\ncollect: 1️⃣[]", .at(1, .limit)),
    sweep(
      "a sweep that collects what is not measured", "over: {seed: 1..2}\ncollect: [1️⃣test.acuracy]",
      .at(1, .unknownField, suggestion: "did you mean 'accuracy'?")),
    sweep(
      "seeds that are said twice", "over: {seed: 1️⃣1..2}\nrepeat: 3\ncollect: [test.loss]", .at(1, .conflictingKeys)),
    WrongNotebook(
      "a training that is repeated and measures nothing",
      TestNotebook.model + "```{train}\nsteps: 3\nrepeat: 1️⃣3\n```\n",
      .at(
        1, .missingKey, "'repeat' shows how far what is measured spreads, and nothing is",
        suggestion: "write 'report: {batch_loss: every epoch}'")),
    WrongNotebook(
      "a training that is repeated under a label that is taken",
      TestNotebook.model + "```{evaluate}\nlabel: fit-seeds\n```\n"
        + "```{train}\nlabel: fit\nsteps: 3\nreport: {batch_loss: every 2 steps}\nrepeat: 1️⃣3\n```\n",
      .at(1, .duplicateLabel)),
    sweep(
      "more points than there may be", "over: 1️⃣{seed: 1..600, units: 2..9}\ncollect: [test.loss]",
      .at(1, .limit, "a sweep has at most 1000 points")),
    WrongNotebook(
      "a sweep whose numbers have names without end",
      "---\nparams: {a: \"x\"}\n---\n" + TestNotebook.model + "```{evaluate}\nlabel: test\n```\n"
        + "```{sweep}\nover: 1️⃣{a: [\((1...450).map { "\"\($0)\(String(repeating: "y", count: 900))\"" }.joined(separator: ", "))], seed: 1..2}\n"
        + "collect: [test.loss, test.accuracy]\n```\n",
      .at(
        1, .limit,
        "the names of the numbers that this sweep leaves behind have 4489650 characters, and those of a sweep at most 2000000",
        suggestion: "sweep over fewer or shorter values")),
    WrongNotebook(
      "a sweep over cells of many keys, each of which counts once a point for every fifty",
      TestNotebook.model + "```{evaluate}\nlabel: test\n```\n```{compare}\nrows:\n"
        + (1...125).map { _ in "  - {subject: a, measured: test.loss, range: 0..9}\n" }.joined()
        + "```\n```1️⃣{sweep}\nover: {seed: 1..500}\ncollect: [test.loss]\n```\n",
      .at(
        1, .limit,
        "the sweeps down to here go through 10500 cells, each counted once a point and once more for every 50 keys and values, "
          + "and those of a notebook through at most 10000")),
    WrongNotebook(
      "sweeps that go through too much together, said once",
      TestNotebook.model + "```{evaluate}\nlabel: test\n```\n"
        + (1...5).map { number in
          "```\(number == 3 ? "1️⃣" : ""){sweep}\nover: {seed: 1..900}\ncollect: [test.loss]\n```\n"
        }.joined(),
      .at(
        1, .limit,
        "the sweeps down to here go through 10800 cells, each counted once a point and once more for every 50 keys and values, "
          + "and those of a notebook through at most 10000"
      )),
    sweep("a range without end", "over: {seed: 1️⃣1..100000}\ncollect: [test.loss]", .at(1, .limit)),
    sweep(
      "a sweep that collects from a sweep",
      "over: {seed: 1..2}\ncollect: [test.loss]\n```\n```{sweep}\nover: {seed: 1..2}\ncollect: [1️⃣sweep.loss]",
      .at(1, .wrongKind)),
    sweep(
      "a point that is none of the sweep",
      "over: {seed: 1..2}\ncollect: [test.loss]\nexpect: 1️⃣sweep.loss(seed=3) < 9",
      .at(1, .unknownField, "'sweep' has no number 'loss(seed=3)'")),
  ]
}

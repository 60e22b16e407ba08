import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func after(_ description: String, _ cells: String, _ expected: Expected...) -> WrongNotebook {
    WrongNotebook(description, TestNotebook.model + cells, expected)
  }

  /// What cannot be followed step by step.
  static let wrongTraces = [
    after(
      "an example that is not there", "```{trace}\nexample: 1️⃣101\n```\n",
      .at(1, .outOfRange, "'digits' has 100 test images")),
    after("an example before the first", "```{trace}\nexample: 1️⃣0\n```\n", .at(1, .outOfRange)),
    after("an example in words", "```{trace}\nexample: 1️⃣best\n```\n", .at(1, .wrongType)),
    after(
      "a unit that is not there", "```{trace}\nshow: gates\nunits: 1️⃣[0, 16]\n```\n",
      .at(1, .outOfRange, "the last recurrent layer has the units 0 to 15, not 16")),
    after("no units", "```{trace}\nunits: 1️⃣[]\n```\n", .at(1, .outOfRange, "'units' names from 1 to 32 units, not 0")),
    after("an unknown part", "```{trace}\nshow: [1️⃣weights]\n```\n", .at(1, .unknownName)),
    WrongNotebook(
      "a trace without steps",
      TestNotebook.digits + "```{build}\nlabel: net\nlayers: [dense: {units: 10}]\n```\n```{trace}\nof: 1️⃣net\n```\n",
      .at(
        1, .shape, "'net' has no recurrent layer, which alone has steps to follow",
        suggestion: "build it with a layer such as 'lstm: {units: 16}'")),
    WrongNotebook(
      "gates of a network that reads both ways",
      TestNotebook.digits
        + "```{build}\nlabel: net\nlayers: [bidirectional: {layer: {gru: {units: 3}}}, dense: {units: 10}]\n```\n"
        + "```{trace}\nshow: 1️⃣gates\n```\n",
      .at(
        1, .shape,
        "'net' has no recurrent layer of one direction, whose states, gates and gradient alone are shown",
        suggestion: "write 'show: probabilities'")),
    WrongNotebook(
      "a text that is read right",
      "```{load}\nlabel: text\ndataset: sentences\ncharacters: 600\ntime_steps: 4\n```\n"
        + "```{build}\nlayers: [lstm: {units: 3}, dense: {units: 29}]\n```\n```{trace}\nexample: 1️⃣right\n```\n",
      .at(
        1, .shape,
        "'text' has a class at each time step, and only one class an example is read right or wrong",
        suggestion: "write the number of an example, such as 'example: 1'")),
    WrongNotebook(
      "a number that is told wrong",
      "```{load}\nlabel: task\ndataset: adding\ntrain: 20\ntest: 5\ntime_steps: 4\n```\n"
        + "```{build}\nlayers: [lstm: {units: 3}, dense: {units: 1}]\n```\n```{trace}\nexample: 1️⃣wrong\n```\n",
      .at(1, .shape, "'task' has 1 number an example, and only one class an example is read right or wrong")),
  ]
}

import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func load(_ description: String, _ options: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(description, "```{load}\n\(options)\n```\n", expected)
  }

  private static let task = "```{load}\nlabel: task\ndataset: adding\n```\n"

  private static func after(_ description: String, _ cells: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(description, task + cells, expected)
  }

  /// Generated tasks that cannot be had, and networks that do not fit them.
  static let wrongTasks = [
    load(
      "an example without a half", "dataset: adding\ntime_steps: 1️⃣1",
      .at(1, .outOfRange, "an example of 'adding' has at least 2 time steps")),
    load(
      "a shortest example that is the longest", "dataset: sines\ntime_steps: 5\nshortest: 1️⃣6",
      .at(1, .outOfRange, "'shortest' is between 1 and the 5 time steps of the longest, not 6")),
    load(
      "rows of a task", "dataset: sines\ntime_steps: 1️⃣rows",
      .at(1, .wrongType, "'time_steps' of a generated task is a whole number, not 'rows'")),
    load(
      "a share of a task", "dataset: sines\ntest: 1️⃣0.1",
      .at(1, .wrongType, "'test' is a whole number of examples; a share goes with a text or a table")),
    load(
      "an order of a task", "dataset: sines\norder: 1️⃣shuffled",
      .at(1, .conflictingKeys, "'order' does not go with 'dataset: sines'")),
    after(
      "a loss of classes for numbers", "```{build}\nlayers: [dense: {units: 1}]\nloss: 1️⃣cross_entropy\n```\n",
      .at(1, .shape, "'task' has 1 number to tell, and 'cross_entropy' takes classes")),
    after(
      "a unit too many for the numbers", "```{build}\nlayers: [gru: {units: 3}, dense: {units: 1️⃣2}]\n```\n",
      .at(1, .shape, "the last layer has as many units as there are numbers: 1, not 2")),
    after(
      "a last layer that is none for numbers", "```{build}\nlayers: [1️⃣gru: {units: 1}]\n```\n",
      .at(1, .shape, "the last layer is a dense one, with a unit for each number")),
    after(
      "a readout that tells numbers too often",
      "```{build}\nlayers: [gru: {units: 3}, dense: {units: 1}]\nreadout: 1️⃣every_step\n```\n",
      .at(1, .shape, "'task' has 1 number an example, so the readout is final_state or last_output")),
    after(
      "an accuracy of numbers",
      """
      ```{build}
      layers: [gru: {units: 3}, dense: {units: 1}]
      ```
      ```{train}
      steps: 1
      report: {test_accuracy: 1️⃣every step}
      ```

      """, .at(1, .unknownField, "'task' has no accuracy")),
    WrongNotebook(
      "a network of classes for numbers",
      task + """
        ```{load}
        label: digits
        dataset: digits
        ```
        ```{build}
        layers: [gru: {units: 3}, dense: {units: 10}]
        ```
        ```{evaluate}
        on: 1️⃣task.test
        ```

        """, .at(1, .shape, "the model 'build-3' reads 28 steps of 28, but 'task' gives 50 steps of 2"),
      .at(1, .shape, "the model 'build-3' tells 10 classes, but 'task' has 1 number")),
  ]
}

import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static let train = "```{train}\nlabel: fit\nsteps: 1\n```\n"

  private static func after(_ description: String, _ cells: String, _ expected: Expected...) -> WrongNotebook {
    WrongNotebook(description, TestNotebook.model + cells, expected)
  }

  private static func saved(as name: String) -> WrongNotebook {
    after(
      "weights saved as \(name)", "```{save}\nfile: 1️⃣\"\(name)\"\n```\n",
      .at(
        1, .wrongType, "'file' is the name of a file beside the page, such as weights.safetensors, not '\(name)'"))
  }

  /// Weights that can be written nowhere, and files of weights that cannot be had.
  static let wrongWeights = [
    saved(as: "../weights.safetensors"), saved(as: "a/weights.safetensors"), saved(as: ".weights.safetensors"),
    saved(as: ".safetensors"), saved(as: "weights.bin"),
    after(
      "two files of one name",
      "```{save}\nlabel: first\n```\n```{save}\nfile: 1️⃣weights.safetensors\n```\n```2️⃣{save}\n```\n",
      .at(
        1, .conflictingKeys, "'first' puts 'weights.safetensors' beside the page already",
        suggestion: "give each file a name of its own"),
      .at(2, .conflictingKeys)),
    after(
      "the weights of data", "```{save}\nof: 1️⃣digits\n```\n", .at(1, .wrongKind, "'digits' is a data set, not a model")),
    after(
      "the weights of a training that another one followed",
      train + "```{train}\nlabel: more\nsteps: 1\n```\n```{save}\nof: 1️⃣fit\n```\n",
      .at(
        1, .wrongKind, "'fit' changed 'net', which 'more' has changed since",
        suggestion: "write 'net' for what it is by then")),
    after("an unknown layout", "```{save}\nlayout: 1️⃣torch\n```\n", .at(1, .unknownName)),
    WrongNotebook(
      "a layout that cannot hold the weights",
      TestNotebook.digits + "```{build}\nlayers: [gru: {units: 3}, dense: {units: 10}]\n```\n"
        + "```{save}\nlayout: 1️⃣tf1\n```\n",
      .at(
        1, .shape,
        "'gru_1' cannot be written so: TensorFlow 1 resets a GRU's state before the product, and nbrun after it",
        suggestion: "write 'layout: pytorch' or 'layout: keras'")),
    after(
      "a file of weights that is not there", "```{restore}\nfile: 1️⃣w.safetensors\n```\n",
      .at(1, .unreadableData, "w.safetensors: there is no such file or folder")),
    after(
      "a file of weights outside the folder", "```{restore}\nfile: 1️⃣../w.safetensors\n```\n",
      .at(
        1, .unreadableData,
        "'../w.safetensors' leads out of the notebook's own folder, the only place that its data may lie in")),
    after("no file of weights", "```1️⃣{restore}\ninto: net\n```\n", .at(1, .missingKey)),
  ]
}

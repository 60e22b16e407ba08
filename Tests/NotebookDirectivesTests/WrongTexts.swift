import NotebookSyntax
import TestSupport

extension WrongNotebook {
  private static func load(_ description: String, _ options: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(description, "```{load}\n\(options)\n```\n", expected)
  }

  private static let text = "```{load}\nlabel: text\ndataset: sentences\ncharacters: 2000\ntime_steps: 20\n```\n"

  private static func after(_ description: String, _ cells: String, _ expected: Expected) -> WrongNotebook {
    WrongNotebook(description, text + cells, expected)
  }

  private static let net = "```{build}\nlabel: net\nlayers: [lstm: {units: 4}, dense: {units: 29}]\n```\n"

  /// Texts that cannot be cut as asked for, and what goes with images alone.
  static let wrongTexts = [
    load(
      "a text without an end in sight", "dataset: sentences\ncharacters: 1️⃣0",
      .at(1, .outOfRange, "'characters' is from 1 to 10000000, not 0")),
    load(
      "a text that is all test", "dataset: sentences\ncharacters: 100\ntest: 1️⃣100",
      .at(1, .outOfRange, "the text has 100 characters, of which none are left to train on")),
    load(
      "a text shorter than a window", "dataset: sentences\ncharacters: 50\ntime_steps: 1️⃣64",
      .at(
        1, .outOfRange, "the training part has 45 characters, too few for 64 time steps and the character that follows")
    ),
    load(
      "a test shorter than a window", "dataset: sentences\ntest: 1️⃣64",
      .at(1, .outOfRange, "the test part has 64 characters, too few for 64 time steps and the character that follows")),
    WrongNotebook(
      "a part that is no amount", "```{load}\ndataset: sentences\ntest: 1️⃣half\nvalidation: 2️⃣1.5\n```\n",
      .at(1, .wrongType, "'test' is a whole number, not 'half'"), .at(2, .wrongType)),
    load("rows of a text", "dataset: sentences\ntime_steps: 1️⃣rows", .at(1, .wrongType)),
    load(
      "an order of a text", "dataset: sentences\norder: 1️⃣shuffled",
      .at(1, .conflictingKeys, "'order' does not go with 'dataset: sentences'")),
    load("characters of images", "dataset: digits\ncharacters: 1️⃣100", .at(1, .conflictingKeys)),
    after(
      "one class of a text", "```{build}\nreadout: 1️⃣final_state\nlayers: [lstm: {units: 4}, dense: {units: 29}]\n```\n",
      .at(1, .shape, "'text' has a class at each time step, so the readout is every_step")),
    WrongNotebook(
      "a class at each step of an image",
      TestNotebook.digits + "```{build}\nreadout: 1️⃣every_step\nlayers: [lstm: {units: 4}, dense: {units: 10}]\n```\n",
      .at(1, .shape, "'digits' has one class an example, so the readout is final_state or last_output")),
    after(
      "more streams than windows", net + "```{train}\nsteps: 1\nbatch: 1️⃣90\n```\n",
      .at(1, .outOfRange, "a batch takes 90 windows of 'text' at a time, which has 89 to train on")),
    after(
      "more streams than a test has",
      net + "```{train}\nsteps: 1\nbatch: 10\nreport: {test_batch_loss: 1️⃣every step}\n```\n",
      .at(1, .outOfRange, "a batch takes 10 windows of 'text' at a time, which has 9 to test on")),
    after(
      "pictures of a text", net + "```{train}\nsteps: 1\nbatch: 10\naugment: 1️⃣{rotation: 10}\n```\n",
      .at(1, .conflictingKeys, "only pictures can be changed at random, and 'text' has none")),
    WrongNotebook(
      "bits of images",
      TestNotebook.model + "```{train}\nsteps: 1\nreport: {batch_bits_per_character: 1️⃣every step}\n```\n",
      .at(
        1, .unknownField, "'digits' has no bits per character", suggestion: "it has 'accuracy' and 'loss'")),
    after(
      "a validation that is not there", net + "```{evaluate}\non: 1️⃣text.validation\n```\n",
      .at(1, .unknownField, "'text' has no validation characters", suggestion: "give its {load} 'validation: 5000'")),
  ]
}

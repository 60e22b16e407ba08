import Datasets
import NotebookPlanning

/// The options that more than one kind of data has.
enum SharedLoadOptions {
  static let validation = DeclaredOption(
    "validation", .partSize(0...1_000_000), default: .count(0),
    "How many of the first training images or examples, or of the characters before the test, are set apart.",
    examples: OptionExamples(["2", "3"]), alsoKnownAs: ["val", "valid", "dev", "validation_split", "val_split"])
  static let train = DeclaredOption(
    "train", .integer(1...1_000_000, unit: "images"),
    "How many training images are taken, from the first on, or training examples generated.",
    otherwise: "all, or 5,000", examples: OptionExamples(["40", "30"]), alsoKnownAs: ["train_split", "train_size"])
  static let test = DeclaredOption(
    "test", .partSize(1...1_000_000), "How many test images or examples are taken, or how much of a text's end.",
    otherwise: "all images, 1,000 examples, or a tenth of a text", alsoKnownAs: ["test_split", "test_size"])
  static let timeSteps = DeclaredOption(
    "time_steps", .timeSteps, default: .reading(.rows),
    "What the network sees at a time: a row, a column, or one pixel after the other, row by row; of a text, how many characters, 64 where it is left out; of a generated task, how many steps, 50 where it is left out.",
    alsoKnownAs: ["timesteps", "seq_len", "sequence_length", "seq_length", "bptt", "window"])
}

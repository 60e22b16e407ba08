import Datasets
import NotebookPlanning
import NotebookSyntax

/// The options that more than one kind of data has.
enum SharedLoadOptions {
  static let validation = DeclaredOption(
    "validation", .partSize(0...1_000_000), default: .count(0),
    "How many of the first training images or examples, or of the characters or lines before the test, are set apart.",
    examples: OptionExamples(["2", "3"]), alsoKnownAs: ["val", "valid", "dev", "validation_split", "val_split"])
  static let train = DeclaredOption(
    "train", .integer(1...1_000_000, unit: "images"),
    "How many training images are taken, from the first on, or training examples generated.",
    otherwise: "all, or 5,000", examples: OptionExamples(["40", "30"]), alsoKnownAs: ["train_split", "train_size"])
  static let test = DeclaredOption(
    "test", .partSize(1...1_000_000),
    "How many test images or examples are taken, or how much of a text's or table's end.",
    otherwise: "all images, 1,000 examples, or a tenth of a text or table", alsoKnownAs: ["test_split", "test_size"])
  static let timeSteps = DeclaredOption(
    "time_steps", .timeSteps, default: .reading(.rows),
    "What the network sees at a time: a row, a column, or one pixel after the other, row by row or in an order without sense; of a text, how many characters, 64 where it is left out; of a table or a generated task, how many steps, 50 where it is left out.",
    alsoKnownAs: ["timesteps", "seq_len", "sequence_length", "seq_length", "bptt", "window"])

  /// A part's size where it is a number; reports a share, which only a text can be cut into.
  static func count(
    _ size: PartSize, _ option: any OptionDeclaration, of noun: String, _ values: inout OptionValues
  ) -> Int? {
    switch size {
    case .count(let count): return count
    case .share:
      values.report(
        .wrongType, at: values.place(of: option),
        "'\(option.name)' is a whole number of \(noun); a share goes with a text or a table")
      return nil
    }
  }

  /// The time steps of what has no rows or columns; reports a word for images.
  static func steps(of what: String, usually usual: Int, _ values: inout OptionValues) -> Int? {
    guard values.isGiven(timeSteps) else { return usual }
    switch values[timeSteps] {
    case .count(let count): return count
    case .reading(let reading):
      values.report(
        .wrongType, at: values.place(of: timeSteps),
        "'time_steps' of \(what) is a whole number, not '\(reading.rawValue)'")
      return nil
    }
  }
}

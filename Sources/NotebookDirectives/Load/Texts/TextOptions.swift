import Datasets
import NotebookPlanning
import NotebookSyntax

/// The options that every text has.
enum TextOptions {
  static let options: [any OptionDeclaration] = [
    SharedLoadOptions.validation, SharedLoadOptions.test, SharedLoadOptions.timeSteps, characters, normalize,
  ]

  static let characters = DeclaredOption(
    "characters", .integer(1...10_000_000),
    "How many characters of a text are taken, from its beginning, or of `sentences` generated.",
    otherwise: "all, or 200,000",
    examples: OptionExamples(
      ["1000", "1100"], beside: [ExampleOption("dataset", "sentences"), ExampleOption("time_steps", "2")],
      without: ["train"]), alsoKnownAs: ["max_tokens", "max_characters"])
  static let normalize = DeclaredOption(
    "normalize", .word(of: TextForm.Normalization.allCases),
    "How the text is spelled: with `letters`, capitals become small and all between words one blank.",
    otherwise: "as it is",
    examples: OptionExamples(
      ["letters"], beside: [ExampleOption("dataset", "sentences"), ExampleOption("time_steps", "2")],
      without: ["train"]), alsoKnownAs: ["normalise", "normalization", "lower", "lowercase", "preprocess"])

  /// The form that the options ask for.
  static func form(_ values: inout OptionValues, usually usual: Int? = nil) -> TextForm {
    TextForm(normalization: values[normalize], characters: values[characters] ?? usual)
  }

  private static let usualTimeSteps = 64
  private static let usualTest = PartSize.share(0.1)

  /// What to load from where a text was found; reports parts that are too short.
  static func source(_ origin: TextOrigin, in form: TextForm, _ values: inout OptionValues) -> TextSource? {
    guard let timeSteps = SharedLoadOptions.steps(of: "a text", usually: usualTimeSteps, &values) else { return nil }
    let count = origin.characters
    if let wanted = form.characters, wanted > count {
      values.report(
        .outOfRange, at: values.place(of: characters), "the text has \(count) characters, and \(wanted) are to be taken"
      )
      return nil
    }
    values.resolve(characters, to: count)
    let validation = values[SharedLoadOptions.validation].count(of: count)
    let test = (values[SharedLoadOptions.test] ?? usualTest).count(of: count)
    let place = values.place(
      of: values.isGiven(SharedLoadOptions.test)
        ? SharedLoadOptions.test.name
        : values.isGiven(SharedLoadOptions.validation)
          ? SharedLoadOptions.validation.name : SharedLoadOptions.timeSteps.name)
    guard let parts = ConsecutiveParts(count: count, validation: validation, test: test) else {
      values.report(.outOfRange, at: place, "the text has \(count) characters, of which none are left to train on")
      return nil
    }
    for (name, part) in [("training", parts.train), ("validation", parts.validation), ("test", parts.test)]
    where TextExamples.count(characters: part.count, steps: timeSteps) == 0 && (!part.isEmpty || name == "training") {
      values.report(
        .outOfRange, at: place,
        "the \(name) part has \(part.count) characters, too few for \(timeSteps) time steps and the character that follows"
      )
      return nil
    }
    values.resolve(SharedLoadOptions.validation, to: .count(validation))
    values.resolve(SharedLoadOptions.test, to: .count(test))
    values.resolve(SharedLoadOptions.timeSteps, to: .count(timeSteps))
    origin.declareDependencies(&values)
    return TextSource(origin: origin, parts: parts, timeSteps: timeSteps)
  }
}

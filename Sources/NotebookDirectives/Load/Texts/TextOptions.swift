import Datasets
import NotebookPlanning
import NotebookSyntax

/// The options that every text has.
enum TextOptions {
  static let options: [any OptionDeclaration] = [
    SharedLoadOptions.validation, SharedLoadOptions.test, SharedLoadOptions.timeSteps,
  ]

  private static let usualTimeSteps = 64
  private static let usualTest = PartSize.share(0.1)

  /// What to load from where a text was found; reports parts that are too short.
  static func source(_ origin: TextOrigin, _ values: inout OptionValues) -> TextSource? {
    guard let timeSteps = SharedLoadOptions.steps(of: "a text", usually: usualTimeSteps, &values) else { return nil }
    let count = origin.characters
    let validation = values[SharedLoadOptions.validation].count(of: count)
    let test = (values[SharedLoadOptions.test] ?? usualTest).count(of: count)
    let place = values.place(
      of: values.isGiven(SharedLoadOptions.test)
        ? SharedLoadOptions.test.name
        : values.isGiven(SharedLoadOptions.validation)
          ? SharedLoadOptions.validation.name : SharedLoadOptions.timeSteps.name)
    guard let parts = TextParts(count: count, validation: validation, test: test) else {
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

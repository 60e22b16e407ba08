import Datasets
import NotebookPlanning
import NotebookSyntax

/// `dataset: sines`, `dataset: copying` and the like: sequences that are generated, and what is to be told from them.
enum GeneratedTasksKind: DataSourceKind {
  static let tasks: [any GeneratedTask.Type] = [SineTask.self, AddingTask.self, CopyingTask.self, SumTask.self]

  static let key = "dataset"
  static let names: [String]? = tasks.map { $0.name }

  static let shortest = DeclaredOption(
    "shortest", .integer(1...10_000, unit: "steps"),
    "The fewest time steps of an example of a generated task; each has its own number of steps from there to `time_steps`.",
    otherwise: "as many as `time_steps`",
    examples: OptionExamples(
      ["3", "2"],
      beside: [
        ExampleOption("dataset", "adding"), ExampleOption("time_steps", "4"), ExampleOption("train", "40"),
        ExampleOption("test", "20"),
      ]))
  static let options: [any OptionDeclaration] = [
    SharedLoadOptions.validation, SharedLoadOptions.train, SharedLoadOptions.test, SharedLoadOptions.timeSteps,
    shortest,
  ]

  private static let usualTimeSteps = 50
  private static let (usualTrain, usualTest) = (5_000, 1_000)

  static func plan(_ name: String, at position: SourcePosition, _ values: inout OptionValues) -> (any DataSource)? {
    guard let task = tasks.first(where: { $0.name == name }),
      let steps = SharedLoadOptions.steps(of: "a generated task", usually: usualTimeSteps, &values),
      let validation = SharedLoadOptions.count(
        values[SharedLoadOptions.validation], SharedLoadOptions.validation, of: "examples", &values),
      let test = SharedLoadOptions.count(
        values[SharedLoadOptions.test] ?? .count(usualTest), SharedLoadOptions.test, of: "examples", &values)
    else { return nil }
    let shortest = values[shortest] ?? steps
    let (lowest, place) = (
      task.fewestSteps, values.place(of: values.isGiven(Self.shortest) ? Self.shortest : SharedLoadOptions.timeSteps)
    )
    guard (lowest...max(lowest, steps)).contains(shortest), lowest <= steps else {
      values.report(
        .outOfRange, at: place,
        steps < lowest
          ? "an example of '\(name)' has at least \(lowest) time steps"
          : "'shortest' is between \(lowest) and the \(steps) time steps of the longest, not \(shortest)")
      return nil
    }
    let train = values[SharedLoadOptions.train] ?? usualTrain
    values.resolve(SharedLoadOptions.train, to: train)
    values.resolve(SharedLoadOptions.test, to: .count(test))
    values.resolve(SharedLoadOptions.timeSteps, to: .count(steps))
    values.resolve(Self.shortest, to: shortest)
    values.depend(on: "task", "\(name) \(task.edition)")
    values.drawRandomNumbers()
    return TaskSource(task: task, train: train, validation: validation, test: test, steps: steps, shortest: shortest)
  }
}

import Datasets
import NotebookPlanning
import NotebookResults

/// What a network says of one example, step by step, as a page shows it.
protocol TraceStory {
  /// The numbers that it leaves behind.
  static var fieldNames: [String] { get }
  var fields: [Field] { get }
  /// What the example is.
  var outputs: [CellOutput] { get }
  /// What is said of it at each step.
  var said: [CellOutput] { get }
}

extension ExampleShape {
  /// What a trace of such examples shows.
  var traceStory: any TraceStory.Type {
    switch (target, told) {
    case (.classes, .once): ClassStory.self
    case (.classes, .eachStep): SignStory.self
    case (.numbers, _): NumberStory.self
    }
  }
}

extension ExampleSet {
  /// What a network says of one of the examples.
  func story(of example: Int, in split: DatasetSplit, _ readings: TraceReadings) -> any TraceStory {
    switch (targets, shape.told) {
    case (.classes(let examples), .once):
      ClassStory(readings: readings, example: example, examples: examples, split: split)
    case (.classes(let examples), .eachStep):
      SignStory(readings: readings, example: example, examples: examples, split: split)
    case (.numbers(let examples), _):
      NumberStory(readings: readings, example: example, examples: examples, split: split)
    }
  }
}

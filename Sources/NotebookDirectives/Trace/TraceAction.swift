import Datasets
import NotebookPlanning
import NotebookResults
import RecurrentEngine

/// Follows one example through a model.
struct TraceAction: DirectAction {
  let model: String
  let data: String
  let split: DatasetSplit
  let example: ExampleChoice
  let parts: [TracePart]
  /// The place of the layer whose states and gates are shown, where they can be.
  let layer: Int?
  let units: [Int]

  /// What a trace of such examples leaves behind; everything that any leaves where they are not known.
  static func fieldNames(_ parts: [TracePart], of shape: ExampleShape?) -> [String] {
    (shape?.traceStory.fieldNames ?? ClassStory.fieldNames + SignStory.fieldNames + NumberStory.fieldNames)
      + (parts.contains(.gradient) ? ["gradient_first", "gradient_last"] : [])
  }

  /// Examples that are looked through at a time for one that is read right or wrong.
  private static let searched = 256

  func run(in session: inout Session, _ context: CellContext) throws(CellFailure) -> CellResult {
    guard let model = session.models[model], let data = try session.dataset(data, context),
      let examples = data.examples(split)
    else {
      throw CellFailure("the model '\(model)' or the data set '\(self.data)' was not made")
    }
    let parameters = model.parameters
    let index = try index(in: examples, model.network, parameters, context)
    let readings = TraceReadings(
      model.network, parameters: parameters, example: index, of: examples, threads: context.threads,
      isStopped: context.isCancelled)
    guard !context.isCancelled() else {
      throw CellFailure("stopped on the way through the example", kind: .interrupted)
    }
    let story = examples.story(of: index, in: split, readings)
    var outputs = story.outputs
    if parts.contains(.probabilities) { outputs += story.said }
    var fields = story.fields
    if let layer, parts.contains(where: { $0 != .probabilities }) {
      var batch = ExampleBatch(examples, at: [index]).batch
      batch.carriesState = false
      let inside = TraceInside(
        layers: Tracer(model.network).trace(batch, parameters: parameters), names: model.network.layerNames,
        shown: layer, units: units)
      outputs += parts.flatMap { inside.outputs($0) }
      if parts.contains(.gradient) { fields += inside.fields }
    }
    return CellResult(outputs: outputs, fields: fields)
  }

  /// The example that is meant, from 0.
  private func index(
    in examples: any ExampleSet, _ network: Network, _ parameters: [Float], _ context: CellContext
  ) throws(CellFailure) -> Int {
    let isRight: Bool
    switch example {
    case .number(let number): return number - 1
    case .right: isRight = true
    case .wrong: isRight = false
    }
    guard case .classes(let examples) = examples.targets else {
      throw CellFailure("a number is neither read right nor wrong")
    }
    let evaluator = Evaluator(network: network, shape: examples.shape, threads: context.threads)
    for start in stride(from: 0, to: examples.count, by: Self.searched) {
      if context.isCancelled() { throw CellFailure("stopped while an example was looked for", kind: .interrupted) }
      let indices = Array(start..<min(start + Self.searched, examples.count))
      let said = evaluator.evaluate(examples, at: indices, parameters: parameters).predictions
      let found = zip(indices, said).first { ($1 == examples.target(of: $0, at: 0)) == isRight }
      if let found { return found.0 }
    }
    throw CellFailure("the network reads every example of '\(data)' \(isRight ? "wrong" : "right")")
  }
}

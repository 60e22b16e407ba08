import RecurrentEngine
import Testing

/// The engine against values that other libraries computed in double precision.
///
/// Arrays are compared by ‖difference‖ / ‖recorded‖, parameter by parameter: a wrong convention is off by far more than rounding,
/// and an element that happens to be near zero does not decide.
@Suite struct RecordedValueTests {
  @Test(arguments: try RecordedCase.load("pytorch"))
  func agreesWithPyTorch(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_gru"))
  func agreesWithPyTorchsGRU(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_both_ways"))
  func agreesWithPyTorchsBidirectionalLayersAndMeans(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_embedding"))
  func agreesWithPyTorchsEmbedding(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_layer_norm"))
  func agreesWithPyTorchsLayerNorm(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_label_smoothing"))
  func agreesWithPyTorchsSmoothedLabels(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_adamw"))
  func agreesWithPyTorchsAdamW(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_updates"))
  func agreesWithPyTorchsOtherUpdates(_ example: RecordedCase) throws {
    #expect(example.updates.allSatisfy { $0.norms?.floats.count == $0.steps })
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_numbers"))
  func agreesWithPyTorchWhereTargetsAreNumbers(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("pytorch_long"))
  func agreesWithPyTorchAfterManyUpdates(_ example: RecordedCase) throws {
    #expect(example.updates.allSatisfy { $0.steps == 200 })
    try expectAgreement(example)
  }

  @Test(arguments: try RecordedCase.load("keras"))
  func agreesWithKeras(_ example: RecordedCase) throws {
    try expectAgreement(example)
  }

  private func expectAgreement(_ example: RecordedCase) throws {
    let network = try example.network()
    let batch = example.filledBatch()
    let parameters = example.parameters.floats
    let workspace = Workspace(network: network, capacity: example.batch, threads: 2)

    let evaluation = workspace.evaluate(batch, parameters: parameters)
    expectClose(evaluation.losses, example.losses.floats, within: 1e-5, "losses")
    expectClose(
      example.told(evaluation.probabilities + evaluation.numbers), example.told(example.probabilities.floats),
      within: 1e-5, "probabilities")

    let result = workspace.gradient(batch, parameters: parameters)
    #expect(result.loss == evaluation.meanLoss)
    for slot in network.parameters {
      expectClose(result.gradient[slot.range], example.gradient.floats[slot.range], within: 1e-5, slot.name)
    }

    for update in example.updates {
      let optimizer = try update.optimizer()
      var state = TrainingState(parameters: parameters, optimizer: optimizer)
      let norms = (0..<update.steps).map { _ in
        workspace.takeStep(
          batch, state: &state, optimizer: optimizer, clipping: update.clipping, measuringNorm: update.norms != nil
        ).gradientNorm
      }
      if let recorded = update.norms {
        expectClose(norms.map { $0 ?? .nan }, recorded.floats, within: 1e-5, "norms with \(update.kind)")
      }
      #expect(state.step == update.steps)
      // Rounding grows from update to update.
      let growth = max(1, Double(update.steps) / 5)
      for slot in network.parameters {
        let name = "\(slot.name) after \(update.kind)"
        expectClose(state.parameters[slot.range], update.parameters.floats[slot.range], within: 1e-5 * growth, name)
        // The change alone: its error is the rounding of the parameters themselves, which are some ten times as large.
        let change = zip(state.parameters[slot.range], parameters[slot.range]).map { $0 - $1 }
        let expected = zip(update.parameters.floats[slot.range], parameters[slot.range]).map { $0 - $1 }
        expectClose(change, expected, within: 1e-4 * growth, "change of \(name)")
      }
    }
  }

  private func expectClose(
    _ actual: some Sequence<some BinaryFloatingPoint>, _ expected: some Sequence<Float>, within tolerance: Double,
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let distance = relativeDistance(actual.map { Double($0) }, expected.map { Double($0) })
    #expect(distance <= tolerance, "\(name): off by \(distance)", sourceLocation: sourceLocation)
  }
}

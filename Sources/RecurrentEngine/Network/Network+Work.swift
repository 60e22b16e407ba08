extension Network {
  /// Multiplications and additions of a training step: a product forwards and two backwards, without those that the first step's state of
  /// zero and the gradient of the inputs would take, with linear layers folded.
  package func operations(batch: Int) -> Double {
    StepPhase.allCases.reduce(0) { $0 + operations(batch: batch, in: $1) }
  }

  /// Those of one phase; the few beside the products of the batch's rows are not counted.
  package func operations(batch: Int, in phase: StepPhase) -> Double {
    let (folded, layerInputs) = (foldedLayers, layerInputs)
    var sum = 0.0
    for (index, shapes) in kernels.enumerated() where !folded.contains(index) {
      let front = folded.contains(index - 1) ? index - 1 : index
      for (number, shape) in shapes.enumerated() {
        let steps = layers[index].steps(ofKernel: number, for: layerInputs[index], readout: readout(of: index))
        // A token is looked up.
        let isLookup = front == 0 && lookedUpTokens != nil
        let inputs =
          isLookup ? 0 : front == index || shape.inputs == 0 ? shape.inputs : layerInputs[front].features
        let ofInputs = Double(inputs * shape.columns) * Double(steps)
        let ofStates = Double(shape.states * shape.columns) * Double(steps - 1)
        switch phase {
        case .forward, .weightGradient: sum += ofInputs + ofStates
        case .backward: sum += (front == 0 ? 0 : ofInputs) + ofStates
        default: break
        }
      }
    }
    return 2 * Double(batch) * sum
  }
}

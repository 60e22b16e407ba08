extension Network {
  /// Makes the layers' working matrices, each layer reading the one before.
  func makePasses(inputs: PanelMatrix, arena: Arena) -> [any LayerPass] {
    var passes: [any LayerPass] = []
    var inputs = lastRecurrentIndex == nil ? inputs.step(inputs.steps - 1) : inputs
    var inputGradient: PanelMatrix?
    for (index, (layer, kernel)) in zip(layers, kernelShapes).enumerated() {
      let role: RecurrentOutput = index == lastRecurrentIndex ? .read(readout) : .sequence
      let pass: any LayerPass =
        switch layer {
        case .dense(let dense):
          DensePass(dense, kernel: kernel, inputs: inputs, inputGradient: inputGradient, arena: arena)
        case .simpleRNN(let cell):
          SimpleRNNPass(
            cell, kernel: kernel, inputs: inputs, inputGradient: inputGradient, output: role, arena: arena)
        case .lstm(let cell):
          LSTMPass(cell, kernel: kernel, inputs: inputs, inputGradient: inputGradient, output: role, arena: arena)
        }
      passes.append(pass)
      inputs = pass.output
      inputGradient = pass.outputGradient
    }
    return passes
  }
}

extension PanelMatrix {
  /// Takes the rows of a batch, as far as there are any.
  func fill(from batch: Batch, rows: Range<Int>) {
    batch.values.withUnsafeBufferPointer { values in
      guard let source = values.baseAddress else { return }
      for row in rows where row < batch.count {
        for step in 0..<steps {
          for panel in 0..<panels {
            let target = self.panel(step: step, panel) + row * PanelMatrix.width
            let used = min(PanelMatrix.width, columns - panel * PanelMatrix.width)
            target.update(from: source + (row * steps + step) * columns + panel * PanelMatrix.width, count: used)
          }
        }
      }
    }
  }
}

/// Puts one example through a network and back, with everything kept that recurrent layers were on the way.
///
/// It has memory of its own and works on the calling thread; workspaces know nothing of it.
package final class Tracer {
  private let network: Network
  private let arena = Arena()
  private let slab: RowSlab
  private let work: StepWork

  /// Makes the memory for one row.
  package init(_ network: Network) {
    self.network = network
    let sums = arena.floats(NetworkPasses.sumCount(network))
    slab = RowSlab(network, rows: 1, sums: sums, shared: SharedMemory(capacity: 1, arena: arena), arena: arena)
    work = StepWork(slab.layers.passes)
  }

  /// Traces the only row of a batch, which begins in states of zero; nothing is dropped out.
  ///
  /// - Returns: One a recurrent layer of one direction, in the order of the network.
  package func trace(_ batch: Batch, parameters: [Float]) -> [LayerTrace] {
    precondition(batch.count == 1, "one row is traced at a time")
    let steps = batch.lengths?.first ?? network.input.steps
    parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      for take in work.taking { take(base) }
      for pack in work.packing { pack(base) }
    }
    let context = PassContext(
      mode: .tracing, seed: 0, update: 0, firstRow: 0, lengths: batch.lengths, carriesState: false)
    let rows = 0..<1
    slab.fill(row: 0, from: batch, batchRow: 0, steps: steps - min(steps, network.stepsRead)..<steps)
    for pass in slab.layers.passes { pass.forward(rows: rows, context) }
    let forward = traced(steps: steps)
    let targets = TargetTable(
      batch.targets, rows: 1, lengths: batch.lengths, steps: network.outputSteps, outputs: network.outputs,
      loss: network.loss)
    for step in 0..<network.outputSteps {
      _ = slab.loss.forward(step: step, row: 0, targets)
      slab.loss.backward(step: step, row: 0, targets, scale: 1 / Float(max(1, targets.count)))
    }
    for pass in slab.layers.passes.reversed() { pass.backward(rows: rows, context) }
    return zip(forward, traced(steps: steps)).map { forward, back in
      let roles = network.layers[forward.layer].gates.map { $0.role }
      return LayerTrace(
        layer: forward.layer, units: forward.units,
        gates: roles.count < 2 ? [] : zip(roles, forward.gates).map { ($0, $1) }, states: forward.states,
        gradients: back.columns)
    }
  }

  /// What stands in the matrices of a layer.
  private struct Contents {
    let layer: Int
    let units: Int
    /// [T, H] each.
    let gates: [[Float]]
    let states: [Float]
    let steps: Int

    /// The gates side by side, [T, G·H].
    var columns: [Float] {
      (0..<steps).flatMap { step in gates.flatMap { $0[step * units..<(step + 1) * units] } }
    }
  }

  private func traced(steps: Int) -> [Contents] {
    let folded = network.foldedLayers
    let layers = network.layers.indices.filter { !folded.contains($0) }
    return zip(layers, slab.layers.passes).compactMap { layer, pass in
      guard let traced = pass.traced else { return nil }
      return Contents(
        layer: layer, units: traced.states.columns,
        gates: (0..<traced.gates.gates).map { traced.gates.values(ofGate: $0, steps: steps) },
        states: traced.states.values(ofGate: 0, steps: steps), steps: steps)
    }
  }
}

extension PanelMatrix {
  /// The numbers of a gate in the first row, [T, H].
  fileprivate func values(ofGate gate: Int, steps: Int) -> [Float] {
    (0..<steps).flatMap { step in
      (0..<columns).map { panel(step: step, $0 / PanelMatrix.width, gate: gate)[$0 % PanelMatrix.width] }
    }
  }
}

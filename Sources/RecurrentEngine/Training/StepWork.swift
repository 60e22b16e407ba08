/// What a training step consists of besides its passes, in parts that any thread may do; made once, so that a step allocates nothing.
struct StepWork {
  typealias Packing = (_ parameters: UnsafePointer<Float>) -> Void
  typealias Gradient = (_ rows: Int, _ flat: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>) ->
    Void

  /// Packs the kernels for the forward pass.
  private(set) var forwardPacking: [Packing] = []
  /// Packs the kernels for the forward and the backward pass.
  private(set) var packing: [Packing] = []
  /// Computes the gradient of the kernels when all rows have gone backwards.
  private(set) var gradient: [Gradient] = []
  /// Takes the gradient of folded kernels to those of their factors.
  private(set) var unfolding: [Gradient] = []

  init(_ layers: NetworkPasses, threads: Int) {
    var backwardPacking: [Packing] = []
    for (pass, fold) in zip(layers.passes, layers.folds) {
      let kernel = pass.source.kernel
      for unit in 0..<kernel.forwardUnits {
        forwardPacking.append { parameters in
          kernel.packForward(unit: unit, parameters)
          fold?.packForward(unit: unit, parameters)
        }
      }
      for unit in 0..<kernel.backwardUnits {
        backwardPacking.append { kernel.packBackward(unit: unit, $0) }
      }
      let weights = pass.weightGradient
      for part in weights.parts(threads: threads) {
        gradient.append { weights.compute(part, count: $0, into: $1, scratch: $2) }
      }
      guard let fold else { continue }
      for unit in 0..<fold.backwardUnits {
        backwardPacking.append { fold.packBackward(unit: unit, $0) }
      }
      for part in fold.parts(threads: threads) {
        unfolding.append { fold.compute(part, into: $1, scratch: $2) }
      }
    }
    packing = forwardPacking + backwardPacking
  }
}

/// What a training step consists of besides its passes, in parts that any thread may do; made once for all steps.
struct StepWork {
  typealias Packing = (_ parameters: UnsafePointer<Float>) -> Void

  /// Takes what is read of the parameters as they are; before packing, in one go.
  private(set) var taking: [Packing] = []
  /// Packs the kernels for the forward pass.
  private(set) var forwardPacking: [Packing] = []
  /// Packs the kernels for the forward and the backward pass.
  private(set) var packing: [Packing] = []
  /// Takes the gradient of folded kernels to those of their factors.
  private(set) var unfolding: [(_ flat: UnsafeMutablePointer<Float>) -> Void] = []

  init(_ passes: [any LayerPass]) {
    var backwardPacking: [Packing] = []
    for pass in passes { taking.append { pass.take($0) } }
    for product in passes.flatMap({ $0.products }) {
      let (kernel, fold) = (product.kernel, product.fold)
      for unit in 0..<kernel.forwardUnits {
        forwardPacking.append { parameters in
          kernel.packForward(unit: unit, parameters)
          fold?.packForward(unit: unit, parameters)
        }
      }
      for unit in 0..<kernel.backwardUnits {
        backwardPacking.append { kernel.packBackward(unit: unit, $0) }
      }
      guard let fold else { continue }
      taking.append { fold.fill($0) }
      for unit in 0..<fold.backwardUnits {
        backwardPacking.append { fold.packBackward(unit: unit, $0) }
      }
      unfolding += fold.unfolding
    }
    packing = forwardPacking + backwardPacking
  }
}

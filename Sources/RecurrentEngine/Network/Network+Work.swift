extension Network {
  /// Multiplications and additions of a training step, as the layers are written: a product forwards and two backwards, without those that
  /// the first step's state of zero and the gradient of the inputs would take.
  package func operations(batch: Int) -> Double {
    var sum = 0.0
    for (index, shapes) in kernels.enumerated() {
      let steps = layerInputs[index].steps
      for shape in shapes {
        sum += Double((index == 0 ? 2 : 3) * shape.inputs) * Double(shape.columns) * Double(steps)
        sum += Double(3 * shape.states) * Double(shape.columns) * Double(steps - 1)
      }
    }
    return 2 * Double(batch) * sum
  }
}

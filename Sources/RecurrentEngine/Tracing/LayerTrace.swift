/// What a recurrent layer was at each time step of one example.
package struct LayerTrace: Sendable {
  /// The place of the layer among the network's.
  package let layer: Int
  /// How many numbers the state has (H).
  package let units: Int
  /// Behind their activations, [T, H] each, in the order of the kernel's columns; none where the state is the only one.
  package let gates: [(role: Gate.Role, values: [Float])]
  /// The state after each step, [T, H].
  package let states: [Float]
  /// The gradient of the loss with respect to what each step adds up before its activations, [T, G·H] gate by gate.
  package let gradients: [Float]

  /// How large the gradient is at each step, [T]; by its course one sees how far back the loss reaches.
  package var gradientNorms: [Double] {
    let steps = states.count / units
    let width = gradients.count / max(1, steps)
    return (0..<steps).map { step in
      gradients[step * width..<(step + 1) * width].reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
  }
}

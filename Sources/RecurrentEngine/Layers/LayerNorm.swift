/// y = gain·(x - μ) / √(σ² + ε) + bias, where μ and σ² are mean and variance of the H numbers of a step.
///
/// With z = (x - μ) / √(σ² + ε) and g = gain·dy the gradient is dx = (g - mean(g) - z·mean(g·z)) / √(σ² + ε) (Ba, Kiros and Hinton: "Layer
/// normalization", 2016).
package final class LayerNorm: Layer {
  package let kind = "layer_norm"

  package let epsilon: Double

  package init(epsilon: Double = 1e-5) {
    self.epsilon = epsilon
  }
}

extension LayerNorm {
  package func output(for input: SequenceShape) -> SequenceShape {
    SequenceShape(steps: input.steps, features: input.features)
  }

  package func parameters(for input: SequenceShape) -> [LayerParameter] {
    [.vector("gain", count: input.features, value: 1), .vector("bias", count: input.features, value: 0)]
  }

  package func problems(at place: LayerPlace) -> [LayerProblem] {
    Float(epsilon) > 0 && Float(epsilon).isFinite ? [] : [LayerProblem("epsilon", "epsilon is a number above 0")]
  }

  package func floats(for input: SequenceShape, rows: Int) -> Double {
    PanelMatrix.floats(steps: 3 * (input.steps + 1), columns: input.features, rows: rows)
      + Double(input.steps) * Double(rows)
  }

  package func tableFloats(for input: SequenceShape) -> Double {
    ParameterTable.floats(rows: 2, columns: input.features)
  }

  package func makePass(_ source: LayerSource) -> any LayerPass {
    LayerNormPass(self, source)
  }
}

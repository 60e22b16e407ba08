extension Network {
  /// Draws all parameters; each kernel has a random stream of its own, so that no layer moves another's values.
  package func initialParameters(seed: UInt64) -> [Float] {
    layerParameters.enumerated().flatMap { layer, parameters in
      parameters.flatMap { $0.initialValues(seed: seed, layer: layer) }
    }
  }
}

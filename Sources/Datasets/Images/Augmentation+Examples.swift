extension Augmentation: ExampleVariation {
  package func varied(_ examples: any ExampleSet, seed: UInt64, stream: Int) -> (any ExampleSet)? {
    (examples as? ImageExamples)?.augmented(by: self, seed: seed, stream: stream)
  }
}

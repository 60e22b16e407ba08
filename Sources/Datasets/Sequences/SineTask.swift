private import SeededRandom

/// Sine to cosine: at each step the slope of a wave whose height is seen.
///
/// Each example has a wave of its own, of 10 to 40 steps, that begins anywhere. One height does not tell a slope: the height before has to
/// be remembered.
package enum SineTask: SequenceTask {
  package static let name = "sines"
  package static let edition = "eeff2e60"
  package static let inputNames = ["sine"]
  package static let targetNames = ["cosine"]
  package static let told = ExampleShape.Moment.eachStep
  package static let fewestSteps = 1

  private static let fullTurn = 6.283_185_307_179_586

  package static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedSequence {
    let period = 10 + 30 * stream.uniform()
    let phase = stream.uniform()
    let waves = (0..<steps).map { step in
      let turns = phase + Double(step) / period
      return PortableMath.sineCosine(fullTurn * (turns - turns.rounded(.down)))
    }
    return GeneratedSequence(
      steps: steps, inputs: waves.map { Float($0.sine) }, targets: waves.map { Float($0.cosine) })
  }
}

/// The adding problem: of random numbers in [0, 1), two are marked, one in each half; their sum is to be told at the end.
///
/// Hochreiter and Schmidhuber, "Long short-term memory", 1997, section 5.4, in the form of arXiv 1504.00941. Always saying 1 has a mean
/// squared error of 1/6.
package enum AddingTask: SequenceTask {
  package static let name = "adding"
  package static let edition = "4525300c"
  package static let inputNames = ["number", "mark"]
  package static let targetNames = ["sum"]
  package static let told = ExampleShape.Moment.once
  package static let fewestSteps = 2

  package static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedSequence {
    let numbers = (0..<steps).map { _ in Float(stream.uniform()) }
    let marked = [stream.whole(in: 0..<steps / 2), stream.whole(in: steps / 2..<steps)]
    return GeneratedSequence(
      steps: steps, inputs: numbers.indices.flatMap { [numbers[$0], marked.contains($0) ? 1 : 0] },
      targets: [numbers[marked[0]] + numbers[marked[1]]])
  }
}

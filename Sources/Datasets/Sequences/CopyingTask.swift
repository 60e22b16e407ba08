/// Copy memory: ten digits from 1 to 8 at the beginning are to be told again at the end, after a long time of nothing.
///
/// arXiv 1803.01271, section 4.2: digits, T - 1 blanks, and eleven signs that ask for them, T + 20 time steps; blanks are to be told up to
/// the last ten. Whoever remembers nothing has a mean loss of 10·ln 8/(T + 20).
package enum CopyingTask: TokenTask {
  package static let name = "copying"
  package static let edition = "72a29936"
  package static let signs = Array(".12345678?")
  package static let toldSigns = Array(".12345678")
  package static let fewestSteps = 2 * digits + 1

  private static let digits = 10
  private static let asking = UInt8(signs.count - 1)

  package static func example(steps: Int, from stream: inout SequenceStream) -> GeneratedTokens {
    let copied = (0..<digits).map { _ in UInt8(stream.whole(in: 1..<9)) }
    return GeneratedTokens(
      inputs: copied + [UInt8](repeating: 0, count: steps - fewestSteps)
        + [UInt8](repeating: asking, count: digits + 1),
      targets: [UInt8](repeating: 0, count: steps - digits) + copied)
  }
}

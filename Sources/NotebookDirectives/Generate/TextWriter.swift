import NotebookPlanning
import NotebookResults
import RecurrentEngine
import SeededRandom

/// Lets a network write one token after the other, several texts side by side, each from the states that it left behind.
struct TextWriter {
  private let workspace: Workspace
  private let parameters: [Float]
  private let samples: Int

  /// Makes room for some texts.
  ///
  /// - Parameters:
  ///   - network: What writes: it reads tokens and tells the next at each step.
  ///   - parameters: Its weights.
  ///   - samples: How many texts are written together.
  init(network: Network, parameters: [Float], samples: Int) {
    let single = Network(
      input: SequenceShape(steps: 1, features: network.input.features), layers: network.layers, readout: .everyStep,
      loss: network.loss, outputs: network.outputs)
    workspace = Workspace(network: single, capacity: samples, threads: 1)
    self.parameters = parameters
    self.samples = samples
  }

  /// Reads some tokens and writes others after them.
  ///
  /// - Parameters:
  ///   - count: How many are written in each text.
  ///   - start: What is read before, the same for all.
  ///   - temperature: What logits are divided by; the likeliest token is taken at 0.
  ///   - seed: The notebook's seed.
  ///   - isCancelled: Whether to give up.
  /// - Returns: What was written, text by text.
  /// - Throws: When given up, or when an output is no number.
  func write(
    _ count: Int, after start: [Int], temperature: Double, seed: UInt64, isCancelled: () -> Bool
  ) throws(CellFailure) -> [[Int]] {
    var draws = (0..<samples).map { TokenDraw(temperature: temperature, seed: seed, sample: $0) }
    var written = [[Int]](repeating: [], count: samples)
    var probabilities: ArraySlice<Float> = []
    workspace.setCarriedStates()
    for token in start { probabilities = read([Int](repeating: token, count: samples)) }
    for number in 0..<count {
      if number > 0 { probabilities = read(written.map { $0[number - 1] }) }
      if isCancelled() { throw CellFailure("stopped after \(number) of \(count) characters", kind: .interrupted) }
      let classes = probabilities.count / samples
      for sample in 0..<samples {
        guard let token = draws[sample].token(of: probabilities[sample * classes..<(sample + 1) * classes]) else {
          throw CellFailure("the network's outputs are no numbers, of which no character can be drawn")
        }
        written[sample].append(token)
      }
    }
    return written
  }

  /// Takes in a token of each text, and gives the probabilities of the next: [B, K].
  private func read(_ tokens: [Int]) -> ArraySlice<Float> {
    let batch = Batch(
      inputs: TokenColumn(tokens), count: samples, targets: .classes([Int32](repeating: 0, count: samples)),
      carriesState: true)
    return workspace.evaluate(batch, parameters: parameters).probabilities[...]
  }
}

/// A token for each row of a batch of one step.
private final class TokenColumn: BatchInputs {
  private let tokens: [Int]

  init(_ tokens: [Int]) {
    self.tokens = tokens
  }

  func write(row: Int, into target: InputRow) { target.set(step: 0, toToken: tokens[row]) }
}

/// Draws tokens by their probabilities.
struct TokenDraw {
  private let temperature: Double
  private var random: RandomStream

  init(temperature: Double, seed: UInt64, sample: Int) {
    self.temperature = temperature
    random = RandomStream(seed: seed, purpose: .sampledText, index: sample)
  }

  /// A token by p^(1/temperature), or the likeliest, the first of equals, at a temperature of 0; nil where one is no number.
  mutating func token(of probabilities: ArraySlice<Float>) -> Int? {
    guard probabilities.allSatisfy(\.isFinite), let greatest = probabilities.max(), greatest > 0 else { return nil }
    guard temperature > 0 else { return probabilities.firstIndex(of: greatest).map { $0 - probabilities.startIndex } }
    let weights = probabilities.map { weight($0, greatest) }
    var left = random.uniformDouble() * weights.reduce(0, +)
    for (token, weight) in weights.enumerated() where weight > 0 {
      if left < weight { return token }
      left -= weight
    }
    // Rounding may have left a little over.
    return weights.lastIndex { $0 > 0 }
  }

  /// (p/greatest)^(1/temperature), which does not underflow for all at once.
  private func weight(_ probability: Float, _ greatest: Float) -> Double {
    let ratio = Double(probability) / Double(greatest)
    guard temperature != 1, ratio > 0 else { return ratio }
    let exponent = PortableMath.log(ratio) / temperature
    return exponent > -700 ? PortableMath.exp(exponent) : 0
  }
}

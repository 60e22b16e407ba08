import Foundation
import RecurrentEngine
import Testing

/// A network, a batch, and what another library made of them (see `Recording`).
struct RecordedCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let layers: [RecordedLayer]
  let readout: String
  let loss: String
  let steps: Int
  let features: Int
  let classes: Int
  let batch: Int
  let parameters: RecordedFloats
  let values: RecordedFloats
  let labels: [Int32]
  /// Whether the values are tokens, [B, T].
  let tokens: Bool?
  let lengths: [Int]?
  let labelSmoothing: Double?
  /// The targets where they are numbers, [B·S, K].
  let numbers: RecordedFloats?
  /// One value a row.
  let losses: RecordedFloats
  /// Or the numbers that the outputs say.
  let probabilities: RecordedFloats
  let gradient: RecordedFloats
  let updates: [RecordedUpdate]

  var testDescription: String { name }

  static func load(_ file: String) throws -> [RecordedCase] {
    let url = try #require(Bundle.module.url(forResource: file, withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode([RecordedCase].self, from: Data(contentsOf: url))
  }

  func network() throws -> Network {
    Network(
      input: input, layers: try layers.map { try $0.layer() },
      readout: try #require(Readout(rawValue: readout)), loss: try #require(Loss(rawValue: loss)), outputs: classes)
  }

  private var input: SequenceShape {
    SequenceShape(steps: steps, features: features, isTokens: tokens == true)
  }

  func filledBatch() -> Batch {
    var filled = Batch(
      inputs: tokens == true
        ? SequenceTokens(values.floats.map { Int($0) }, steps: steps) : SequenceValues(values.floats, input: input),
      count: batch, targets: numbers.map { .numbers($0.floats) } ?? .classes(labels), lengths: lengths)
    filled.labelSmoothing = labelSmoothing ?? 0
    return filled
  }

  /// The numbers of the outputs that have a target, of K for each output.
  func told(_ values: [Float]) -> [Float] {
    guard numbers == nil else { return values }
    return values.enumerated().filter { labels[$0.offset / classes] >= 0 }.map(\.element)
  }
}

final class RecordedLayer: Decodable, Sendable {
  let kind: String
  let units: Int
  let activation: String?
  let forgetBias: Double?
  let epsilon: Double?
  /// What a bidirectional layer has twice.
  let inner: RecordedLayer?

  /// How a layer of each kind is made.
  private static let kinds: [String: @Sendable (RecordedLayer) throws -> any Layer] = [
    "dense": { Dense(units: $0.units, activation: try $0.requiredActivation()) },
    "simple_rnn": { SimpleRNN(units: $0.units, activation: try $0.requiredActivation()) },
    "gru": { GRU(units: $0.units) },
    "embedding": { Embedding(units: $0.units) },
    "layer_norm": { LayerNorm(epsilon: try #require($0.epsilon)) },
    "bidirectional": { Bidirectional(try #require($0.inner).layer()) },
    "lstm": { LSTM(units: $0.units, forgetBias: try #require($0.forgetBias)) },
  ]

  func layer() throws -> any Layer {
    let make = try #require(Self.kinds[kind])
    return try make(self)
  }

  private func requiredActivation() throws -> Activation {
    try #require(activation.flatMap(Activation.init))
  }
}

/// Some updates from the case's parameters, on the same batch each time.
struct RecordedUpdate: Decodable, Sendable {
  let kind: String
  let learningRate: Double
  let beta1: Double?
  let beta2: Double?
  let epsilon: Double?
  let momentum: Double?
  let weightDecay: Double?
  let nesterov: Bool?
  let decay: Double?
  let clipNorm: Double?
  let clipValue: Double?
  let steps: Int
  /// The norm of the gradient before each step; nil where none was recorded.
  let norms: RecordedFloats?
  /// The parameters after the last step.
  let parameters: RecordedFloats

  /// How an optimizer of each kind is made.
  private static let kinds: [String: @Sendable (RecordedUpdate) throws -> any Optimizer] = [
    "adam": {
      Adam(
        learningRate: $0.learningRate, beta1: try #require($0.beta1), beta2: try #require($0.beta2),
        epsilon: try #require($0.epsilon))
    },
    "adamw": {
      AdamW(
        learningRate: $0.learningRate, weightDecay: try #require($0.weightDecay), beta1: try #require($0.beta1),
        beta2: try #require($0.beta2), epsilon: try #require($0.epsilon))
    },
    "rmsprop": {
      RMSProp(
        learningRate: $0.learningRate, decay: try #require($0.decay), momentum: try #require($0.momentum),
        epsilon: try #require($0.epsilon))
    },
    "sgd": {
      SGD(
        learningRate: $0.learningRate, momentum: try #require($0.momentum), isNesterov: $0.nesterov ?? false,
        weightDecay: $0.weightDecay ?? 0)
    },
  ]

  func optimizer() throws -> any Optimizer {
    let make = try #require(Self.kinds[kind])
    return try make(self)
  }

  var clipping: GradientClipping? {
    clipNorm.map { .norm($0) } ?? clipValue.map { .value($0) }
  }
}

/// Floats kept as little-endian bytes in base64.
struct RecordedFloats: Decodable, Sendable {
  let floats: [Float]

  init(from decoder: any Decoder) throws {
    let data = try decoder.singleValueContainer().decode(Data.self)
    floats = data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { place in
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      }
    }
  }
}

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
  let labels: [UInt8]
  /// One value a row.
  let losses: RecordedFloats
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
      input: SequenceShape(steps: steps, features: features), layers: try layers.map { try $0.layer() },
      readout: try #require(Readout(rawValue: readout)), loss: try #require(Loss(rawValue: loss)), classes: classes)
  }

  func filledBatch() -> Batch {
    var result = Batch(capacity: batch, input: SequenceShape(steps: steps, features: features))
    result.count = batch
    result.values = values.floats
    result.labels = labels
    return result
  }
}

struct RecordedLayer: Decodable, Sendable {
  let kind: String
  let units: Int
  let activation: String?
  let forgetBias: Double?

  func layer() throws -> Layer {
    switch kind {
    case "lstm":
      return .lstm(LSTM(units: units, forgetBias: try #require(forgetBias)))
    case "simple_rnn":
      return .simpleRNN(SimpleRNN(units: units, activation: try #require(activation.flatMap(Activation.init))))
    default:
      return .dense(Dense(units: units, activation: try #require(activation.flatMap(Activation.init))))
    }
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
  let steps: Int
  /// The parameters after the last step.
  let parameters: RecordedFloats

  func optimizer() throws -> Optimizer {
    if kind == "adam" {
      return .adam(
        learningRate: learningRate, beta1: try #require(beta1), beta2: try #require(beta2),
        epsilon: try #require(epsilon))
    }
    return .sgd(learningRate: learningRate, momentum: try #require(momentum))
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

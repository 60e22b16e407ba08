import Foundation
import RecurrentEngine
import Testing
import Weights

/// A network, the weights that another library made for it, and what it said by them (see `Recording`).
struct RecordedReader: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  private let inputs: Data
  private let outputs: Data
  /// What the library says by the weights of `nbrun_for_LIBRARY_NAME.safetensors`.
  private let outputsByOurs: Data?

  static let shape = SequenceShape(steps: 6, features: 5)
  static let classes = 3
  static let batch = 4

  var testDescription: String { name }

  static func all(_ library: String) throws -> [RecordedReader] {
    try JSONDecoder().decode([RecordedReader].self, from: Data(try Fixture.bytes("\(library).json")))
  }

  /// The layers that each case has.
  private static let layers: [String: @Sendable () -> [any Layer]] = [
    "lstm": { [LSTM(units: 7), Dense(units: classes)] },
    "gru": { [GRU(units: 7), Dense(units: classes)] },
    "rnn": { [SimpleRNN(units: 7), Dense(units: classes)] },
    "rectified": { [SimpleRNN(units: 7, activation: .relu), Dense(units: classes)] },
    "stacked": { [LSTM(units: 7), Dropout(rate: 0.5), LSTM(units: 7, forgetBias: 0.3), Dense(units: classes)] },
    "one_after_the_other": { [Bidirectional(GRU(units: 7)), LSTM(units: 9), Dense(units: classes)] },
    "both_ways": { [Bidirectional(GRU(units: 7)), Bidirectional(GRU(units: 7)), Dense(units: classes)] },
    "sizes": { [Dense(units: 4), LSTM(units: 7), LSTM(units: 9), Dense(units: classes)] },
  ]

  /// The network, whose outputs are handed on as they are.
  func network() throws -> Network {
    let layers = try #require(Self.layers[name])
    return Network(
      input: Self.shape, layers: layers(), readout: .finalState, loss: .meanSquaredError, outputs: Self.classes)
  }

  var expected: [Float] { Self.floats(outputs) }
  var expectedByOurs: [Float]? { outputsByOurs.map(Self.floats) }

  /// What the engine says by some parameters.
  func outputs(by parameters: [Float]) throws -> [Float] {
    let workspace = Workspace(network: try network(), capacity: Self.batch, threads: 1)
    let batch = Batch(
      inputs: SequenceValues(Self.floats(inputs), input: Self.shape), count: Self.batch,
      targets: .numbers(Array(repeating: 0, count: Self.batch * Self.classes)))
    return workspace.evaluate(batch, parameters: parameters).numbers
  }

  private static func floats(_ data: Data) -> [Float] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
      }
    }
  }
}

/// A file beside the tests.
enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
    return Array(try Data(contentsOf: url))
  }
}

private import Foundation
import NotebookResults
import RecurrentEngine

/// A training after some of its steps: everything that the next step depends on, so that it can go on from there bit for bit.
struct TrainingCheckpoint: Sendable, Hashable, Codable {
  /// Where an order of images has come to.
  struct Place: Sendable, Hashable, Codable {
    let epochsCompleted: Int
    let position: Int
  }

  /// The number of steps taken.
  var step = 0
  var state: TrainingState
  var series: [RecordedSeries]
  /// Mean loss of the last batch, before its update.
  var loss = Double.nan
  var order = Place(epochsCompleted: 0, position: 0)
  var testOrder = Place(epochsCompleted: 0, position: 0)

  /// The last value of the first accuracy that has one, so that what is shown on the way is always the same quantity.
  var latestAccuracy: Double? {
    series.first { $0.metric == MetricRule.accuracy.metric && !$0.points.isEmpty }?.points.last?.y
  }
}

extension TrainingState: Codable {
  private enum CodingKeys: String, CodingKey {
    case parameters, moments, scalars, step
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Data(bits: parameters), forKey: .parameters)
    try container.encode(moments.map { Data(bits: $0) }, forKey: .moments)
    try container.encode(Data(bits: scalars), forKey: .scalars)
    try container.encode(step, forKey: .step)
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      parameters: try container.decode(Data.self, forKey: .parameters).floats,
      moments: try container.decode([Data].self, forKey: .moments).map(\.floats),
      scalars: try container.decode(Data.self, forKey: .scalars).floats,
      step: try container.decode(Int.self, forKey: .step))
  }
}

extension Data {
  /// Four bytes a number, the lowest first.
  fileprivate init(bits values: [Float]) {
    self = values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
  }

  fileprivate var floats: [Float] {
    let words = [UInt32](unsafeUninitializedCapacity: count / 4) { buffer, initialized in
      initialized = copyBytes(to: buffer) / 4
    }
    return words.map { Float(bitPattern: UInt32(littleEndian: $0)) }
  }
}

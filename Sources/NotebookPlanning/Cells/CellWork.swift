private import Foundation
package import NotebookResults

/// Work that goes on step by step, as a value: it can stop after any step, be looked at, be copied and be kept.
package protocol CellWork {
  /// How far it is.
  var progress: CellProgress { get }
  /// Everything that the next step depends on.
  var checkpoint: CellCheckpoint { get }
  /// What there is to show by now.
  var result: CellResult { get }
  /// What was recorded by now.
  var series: [RecordedSeries] { get }
  /// The bytes that a copy keeps for itself once the original has gone on.
  var snapshotBytes: Int { get }

  /// Takes one step, or waits a moment for one that others are taking.
  ///
  /// - Parameter isStopped: Whether the user asked to stop; a long step looks at it, and is then not taken.
  /// - Throws: ``CellFailure`` when nothing comes of the step.
  mutating func takeStep(_ isStopped: () -> Bool) throws(CellFailure)

  /// Stands still, where others are taking steps for it.
  func rest()

  /// Leaves behind what there is by now.
  func leave(in session: inout Session)
}

extension CellWork {
  package func rest() {}

  package var step: Int { progress.step }
  package var isFinished: Bool { progress.step == progress.totalSteps }
}

/// A point of work that goes on step by step, in a form that outlives the process; only the work itself can read it.
package struct CellCheckpoint: Sendable, Hashable, Codable {
  /// The number of steps taken.
  package let step: Int
  /// Whether the work ended here, before its last step.
  package let endsEarly: Bool
  package let contents: [UInt8]

  /// Packs a value that says where the work is after so many steps.
  package init(step: Int, endsEarly: Bool = false, _ value: some Encodable) {
    self.step = step
    self.endsEarly = endsEarly
    contents = (try? BinaryPropertyList.encode(value)).map(Array.init) ?? []
  }

  /// The value that was packed; nil when these bytes are not one.
  package func value<Value: Decodable>(as type: Value.Type = Value.self) -> Value? {
    BinaryPropertyList.value(as: type, from: Data(contents))
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    step = try container.decode(Int.self, forKey: .step)
    endsEarly = try container.decodeIfPresent(Bool.self, forKey: .endsEarly) ?? false
    contents = Array(try container.decode(Data.self, forKey: .contents))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(step, forKey: .step)
    try container.encode(endsEarly, forKey: .endsEarly)
    try container.encode(Data(contents), forKey: .contents)
  }

  private enum CodingKeys: String, CodingKey {
    case step, endsEarly, contents
  }
}

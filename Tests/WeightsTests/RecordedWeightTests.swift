import Foundation
import RecurrentEngine
import Testing
import Weights

/// Weights of other libraries, read here, and ours, read there.
struct RecordedWeightTests {
  private static let tolerance: Float = 1e-6

  /// What a library made of a case.
  struct Recorded: Sendable, CustomTestStringConvertible {
    let layout: WeightLayout
    let reader: RecordedReader

    var testDescription: String { "\(reader.name) in \(layout)" }

    static func all() throws -> [Recorded] {
      try [WeightLayout.pytorch, .keras].flatMap { layout in
        try RecordedReader.all(layout.rawValue).map { Recorded(layout: layout, reader: $0) }
      }
    }
  }

  @Test("By weights that another library made, the engine says what that library says", arguments: try Recorded.all())
  func reads(recorded: Recorded) throws {
    let (layout, reader) = (recorded.layout, recorded.reader)
    let file = try SafetensorsFile(try Fixture.bytes("\(layout)_\(reader.name).safetensors"))
    let arrangement = try WeightArrangement(try reader.network(), layout)
    #expect(arrangement.problems(with: file.tensors, metadata: file.metadata) == [])
    let parameters = try #require(arrangement.parameters(in: file))
    expectClose(try reader.outputs(by: parameters), reader.expected)
  }

  @Test(
    "The files that another library was given are those that are written, and it says by them what the engine says",
    arguments: try Recorded.all())
  func writes(recorded: Recorded) throws {
    let (layout, reader) = (recorded.layout, recorded.reader)
    let network = try reader.network()
    let parameters = network.initialParameters(seed: 7).enumerated().map { $1 + Float($0 % 5) / 64 }
    let bytes = try WeightArrangement(network, layout).file(of: parameters)
    try expectFixture(bytes, "nbrun_for_\(layout)_\(reader.name).safetensors")
    expectClose(try reader.outputs(by: parameters), try #require(reader.expectedByOurs))
  }

  @Test("What is written is read back to the last bit", arguments: try RecordedReader.all("pytorch"))
  func isLossless(reader: RecordedReader) throws {
    let network = try reader.network()
    let parameters = network.initialParameters(seed: 3).enumerated().map { $1 + Float($0 % 7) / 3 }
    for layout in [WeightLayout.pytorch, .tf1] {
      guard let arrangement = try? WeightArrangement(network, layout) else { continue }
      let file = try SafetensorsFile(arrangement.file(of: parameters))
      let isSame = arrangement.parameters(in: file) == parameters
      #expect(isSame, "\(layout)")
    }
  }

  private func expectClose(
    _ measured: [Float], _ expected: [Float], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(measured.count == expected.count, sourceLocation: sourceLocation)
    let distance = zip(measured, expected).map { abs($0 - $1) }.max() ?? .nan
    #expect(distance <= Self.tolerance, sourceLocation: sourceLocation)
  }

  /// Holds bytes against a file that the recording scripts read; one that is missing is written and the test fails.
  private func expectFixture(_ bytes: [UInt8], _ name: String, file: String = #filePath) throws {
    if ProcessInfo.processInfo.environment["RECORD_BITS"] == "1" {
      let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
      try Data(bytes).write(to: url)
      Issue.record("recorded \(name); run the scripts of Recording and build again")
      return
    }
    let isSame = try Fixture.bytes(name) == bytes
    #expect(isSame, "\(name) differs; RECORD_BITS=1 records it anew")
  }
}

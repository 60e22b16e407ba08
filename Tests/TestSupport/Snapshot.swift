import Foundation
package import Testing

/// Compares text with the file of that name in `Snapshots/` beside the test file.
///
/// A file that is missing, or any when `RECORD_SNAPSHOTS` is 1, is written and the test fails, so that a recording never passes for a check.
package func expectSnapshot(
  _ text: String, named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let snapshot = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
  let text = text.hasSuffix("\n") ? text : text + "\n"
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  guard !isRecording, let recorded = try? String(contentsOf: snapshot, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: snapshot.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: snapshot, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  #expect(text == recorded, "\(name) differs; RECORD_SNAPSHOTS=1 records it anew", sourceLocation: sourceLocation)
}

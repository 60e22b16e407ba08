import Datasets
import Downloads
import TestSupport

/// A data set of a few bytes that is known byte for byte, and what a mirror has of it.
enum SmallMirror {
  static let files: [DatasetLocation.File: [UInt8]] = [
    .trainImages: [0, 0, 8, 3, 0, 0, 0, 90, 0, 0, 0, 20, 0, 0, 0, 10]
      + (0..<18_000).map { UInt8(truncatingIfNeeded: $0) },
    .trainLabels: [0, 0, 8, 1, 0, 0, 0, 90] + (0..<90).map { $0 % 3 },
    .testImages: [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 20, 0, 0, 0, 10] + [UInt8](repeating: 7, count: 200),
    .testLabels: [0, 0, 8, 1, 0, 0, 0, 1, 2],
  ]

  static let dataset = KnownDataset(
    name: "small",
    header: DatasetHeader(shape: ImageShape(rows: 20, columns: 10), trainCount: 90, testCount: 1), classes: 3,
    checksums: files.mapValues { .contents(SHA256.hex(of: $0)) })

  static func bytes(_ path: String) -> [UInt8]? {
    files.first { path == "/small/\($0.key.rawValue).gz" }?.value
  }

  /// The answer of a mirror that does as it should.
  static func honest(_ request: MirrorServer.Request) -> MirrorServer.Answer {
    bytes(request.path).map { .file($0, for: request) } ?? MirrorServer.Answer(status: 404)
  }

  /// A server that does as it should but for the training images.
  static func server(
    _ images: @escaping @Sendable (_ request: MirrorServer.Request, _ earlier: Int) -> MirrorServer.Answer
  ) throws -> MirrorServer {
    try MirrorServer { request, earlier in
      request.path == imagesPath ? images(request, earlier) : honest(request)
    }
  }

  static let imagesPath = "/small/train-images-idx3-ubyte.gz"
  static let images = files[.trainImages] ?? []
}

extension RetryPolicy {
  /// Longer than any machine needs.
  static let generous = RetryPolicy(
    answer: .seconds(60), silence: .seconds(60), stall: .seconds(60), leastBytes: 1000,
    pauses: [.milliseconds(1), .milliseconds(1)], whole: .seconds(60))

  /// Not long enough to be noticed.
  static let hasty = RetryPolicy(
    answer: .milliseconds(300), silence: .milliseconds(400), stall: .milliseconds(200), leastBytes: 1000,
    pauses: [.milliseconds(1), .milliseconds(1)], whole: .seconds(60))
}

/// A data set whose files are known byte for byte.
struct KnownDataset: Sendable, Hashable {
  let name: String
  /// SHA-256 of each uncompressed file.
  private let digests: [DatasetLocation.File: String]

  static let all = [
    KnownDataset(
      name: "mnist",
      digests: [
        .trainImages: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        .trainLabels: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        .testImages: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        .testLabels: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
      ])
  ]

  static func named(_ name: String) -> KnownDataset? {
    all.first { $0.name == name }
  }

  func digest(of file: DatasetLocation.File) -> String? { digests[file] }
}

/// Images that go by a name, because their four files are known byte for byte.
package struct KnownDataset: PublishedData, Hashable {
  /// What tells the right file from any other, in hexadecimal SHA-256.
  package enum Checksum: Sendable, Hashable {
    /// Of the uncompressed contents, however they are packed.
    case contents(String)
    /// Of the published `.gz` file; that of its contents is nowhere published, so a file packed otherwise cannot be told.
    case packed(String)
  }

  package let name: String
  package let header: DatasetHeader
  package let classes: Int
  package let mirrors: [String]
  private let checksums: [DatasetLocation.File: Checksum]

  package init(
    name: String, header: DatasetHeader, classes: Int, mirrors: [String] = [],
    checksums: [DatasetLocation.File: Checksum]
  ) {
    self.name = name
    self.header = header
    self.classes = classes
    self.mirrors = mirrors
    self.checksums = checksums
  }

  package static let all = [
    likeMNIST(
      "mnist",
      mirrors: [
        "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/",
      ],
      [
        .trainImages: .contents("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        .trainLabels: .contents("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        .testImages: .contents("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        .testLabels: .contents("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
      ]),
    likeMNIST(
      "fashion-mnist",
      mirrors: [
        "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
        "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
      ],
      [
        .trainImages: .packed("08dc20ab1689590a0bcd66e874647b6ee8464e2d501b5a3f1f78831db19a3fdc"),
        .trainLabels: .packed("b0197879cbda89f3dc7b894f9fd52b858e68ea4182b6947c9d8c2b67e5f18dcc"),
        .testImages: .packed("78dcbbfb5a27efaf1b6c1d616caca68560be8766c5bffcb2791df9273a534229"),
        .testLabels: .packed("42bd18137a62d5998cdeae52bf3a0676ac6b706f5cf8439b47bb5b151ae3dccf"),
      ]),
    likeMNIST(
      "kmnist",
      mirrors: ["https://codh.rois.ac.jp/kmnist/dataset/kmnist/", "http://codh.rois.ac.jp/kmnist/dataset/kmnist/"],
      [
        .trainImages: .packed("51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
        .trainLabels: .packed("e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
        .testImages: .packed("edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
        .testLabels: .packed("20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"),
      ]),
  ]

  private static func likeMNIST(
    _ name: String, mirrors: [String], _ checksums: [DatasetLocation.File: Checksum]
  ) -> KnownDataset {
    KnownDataset(
      name: name,
      header: DatasetHeader(shape: ImageShape(rows: 28, columns: 28), trainCount: 60_000, testCount: 10_000),
      classes: 10, mirrors: mirrors, checksums: checksums)
  }

  package static func named(_ name: String) -> KnownDataset? {
    all.first { $0.name == name }
  }

  /// The four files, gzipped.
  package var files: [PublishedFile] {
    DatasetLocation.File.allCases.map { file in
      PublishedFile(
        name: "\(file.rawValue).gz", otherName: file.rawValue, largestSize: largestSize(of: file)
      ) { path throws(DatasetError) in try verify(file, at: path) }
    }
  }

  /// The header that a file has.
  func header(of file: DatasetLocation.File) -> IDXHeader {
    switch file {
    case .trainImages: IDXHeader(images: header.trainCount, of: header.shape)
    case .trainLabels: IDXHeader(labels: header.trainCount)
    case .testImages: IDXHeader(images: header.testCount, of: header.shape)
    case .testLabels: IDXHeader(labels: header.testCount)
    }
  }

  /// The SHA-256 of the uncompressed contents, where it is known.
  func digest(of file: DatasetLocation.File) -> String? {
    if case .contents(let digest)? = checksums[file] { digest } else { nil }
  }

  /// More bytes than this no form of a file has, gzipped badly or not at all.
  package func largestSize(of file: DatasetLocation.File) -> Int {
    let header = header(of: file)
    let size = header.size + (header.payloadSize ?? 0)
    return size + size / 1000 + 4096
  }

  /// Checks a file, wherever it lies and whatever it is called: its form, its size, and that it is the published one.
  package func verify(_ file: DatasetLocation.File, at path: String) throws(DatasetError) {
    let reader = try IDXReader(path: path, content: file.content)
    let digest = file.content == .images ? try reader.images().digest : try reader.labels().digest
    let (expected, found): (String, String)
    switch checksums[file] {
    case .contents(let known): (expected, found) = (known, SHA256.hexadecimal(digest))
    case .packed(let known): (expected, found) = (known, try SHA256.hex(ofFile: path))
    case nil: return
    }
    guard expected == found else {
      throw DatasetError(path, PublishedProblem.wrongContents(dataset: name, expected: expected, found: found))
    }
  }
}

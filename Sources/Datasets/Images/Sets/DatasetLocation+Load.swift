extension DatasetLocation {
  /// Reads and checks the whole data set, a file at a time on each of up to `threads` threads.
  package func load(threads: Int) throws(DatasetError) -> ImageDataset {
    switch form {
    case .idx: try loadIDX(threads: threads)
    case .csv(let train, let test): try loadCSV(train: train, test: test, threads: threads)
    }
  }

  private func loadIDX(threads: Int) throws(DatasetError) -> ImageDataset {
    // The largest first, so that the threads end together.
    let imageFiles: [File] = [.trainImages, .testImages]
    let labelFiles: [File] = [.trainLabels, .testLabels]
    let results = concurrentMap(4, threads: threads) { number in
      Result<Contents, DatasetError> { () throws(DatasetError) in
        number < 2 ? .images(try readImages(imageFiles[number])) : .labels(try readLabels(labelFiles[number - 2]))
      }
    }
    var images: [IDXImages] = []
    var labels: [IDXLabels] = []
    for result in results {
      switch try result.get() {
      case .images(let file): images.append(file)
      case .labels(let file): labels.append(file)
      }
    }
    let shape = try agreement(images[0].header, labels[0].header, images[1].header, labels[1].header).shape
    let classes = (labels[0].labels.max().map(Int.init) ?? 0) + 1
    if let place = labels[1].labels.firstIndex(where: { $0 >= classes }) {
      let header = labels[1].header
      throw DatasetError(
        path(of: .testLabels), .labelOutOfRange(label: Int(labels[1].labels[place]), classes: classes),
        at: header.size + place * header.element.size)
    }
    let isGrey = images.allSatisfy(\.pixels.isGrey)
    let sets = zip(images, labels).map { images, labels in
      ImageSet(
        shape: shape, store: isGrey ? images.pixels : .numbers(images.pixels.asNumbers), labels: labels.labels,
        classes: classes)
    }
    return ImageDataset(
      name: name, train: sets[0], test: sets[1],
      fileDigests: zip(images, labels).flatMap { [$0.digest, $1.digest] })
  }

  private enum Contents: Sendable {
    case images(IDXImages)
    case labels(IDXLabels)
  }

  private func readImages(_ file: File) throws(DatasetError) -> IDXImages {
    let images = try open(file).images()
    try check(images.digest, of: file)
    return images
  }

  private func readLabels(_ file: File) throws(DatasetError) -> IDXLabels {
    let labels = try open(file).labels()
    try check(labels.digest, of: file)
    return labels
  }

  private func check(_ digest: [UInt8], of file: File) throws(DatasetError) {
    let found = SHA256.hexadecimal(digest)
    if let expected = known?.digest(of: file), expected != found {
      throw DatasetError(
        path(of: file), PublishedProblem.wrongContents(dataset: name, expected: expected, found: found))
    }
  }
}

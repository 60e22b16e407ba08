extension DatasetLocation {
  /// Reads and checks the whole data set, a file at a time on each of up to `threads` threads.
  package func load(threads: Int) throws(DatasetError) -> ImageDataset {
    let results = concurrentMap(File.allCases.count, threads: threads) { number in
      Result { () throws(DatasetError) in try contents(of: File.allCases[number]) }
    }
    var files: [IDXContents] = []
    for result in results { files.append(try result.get()) }
    let (trainImages, trainLabels, testImages, testLabels) = (files[0], files[1], files[2], files[3])

    let shape = try agreement(trainImages.header, trainLabels.header, testImages.header, testLabels.header).shape
    let classes = (trainLabels.payload.max().map(Int.init) ?? 0) + 1
    if let place = testLabels.payload.firstIndex(where: { $0 >= classes }) {
      throw DatasetError(
        path(of: .testLabels), .labelOutOfRange(label: testLabels.payload[place], classes: classes),
        at: testLabels.header.content.headerSize + place)
    }
    return ImageDataset(
      name: name,
      train: ImageSet(shape: shape, pixels: trainImages.payload, labels: trainLabels.payload, classes: classes),
      test: ImageSet(shape: shape, pixels: testImages.payload, labels: testLabels.payload, classes: classes),
      fileDigests: files.map(\.digest))
  }

  private func contents(of file: File) throws(DatasetError) -> IDXContents {
    let contents = try open(file).contents()
    let found = SHA256.hexadecimal(contents.digest)
    if let expected = known?.digest(of: file), expected != found {
      throw DatasetError(path(of: file), .wrongContents(dataset: name, expected: expected, found: found))
    }
    return contents
  }
}

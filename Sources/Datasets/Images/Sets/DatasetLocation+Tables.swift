extension DatasetLocation {
  func loadCSV(train: String, test: String, threads: Int) throws(DatasetError) -> ImageDataset {
    let paths = [train, test]
    let results = concurrentMap(2, threads: threads) { number in
      Result { () throws(DatasetError) in try CSVReader(path: paths[number]).table() }
    }
    let (train, test) = (try results[0].get(), try results[1].get())
    guard train.layout.columns == test.layout.columns else {
      throw DatasetError(paths[1], .columnsDiffer(expected: train.layout.columns, found: test.layout.columns))
    }
    let shape = try shape(of: train.layout, in: paths[0])
    let classes = (train.labels.max().map(Int.init) ?? 0) + 1
    if let place = test.labels.firstIndex(where: { $0 >= classes }) {
      throw DatasetError(paths[1], .labelOfImage(label: Int(test.labels[place]), image: place + 1, classes: classes))
    }
    let isGrey = train.pixels.isGrey && test.pixels.isGrey
    let sets = [train, test].map { table in
      ImageSet(
        shape: shape, store: isGrey ? table.pixels : .numbers(table.pixels.asNumbers), labels: table.labels,
        classes: classes)
    }
    return ImageDataset(name: name, train: sets[0], test: sets[1])
  }

  private func shape(of layout: CSVLayout, in path: String) throws(DatasetError) -> ImageShape {
    guard let shape else { return ImageShape(flat: layout.pixels) }
    guard shape.pixels == layout.pixels else {
      throw DatasetError(path, .otherShape(wanted: shape, pixels: [layout.pixels]))
    }
    return shape
  }
}

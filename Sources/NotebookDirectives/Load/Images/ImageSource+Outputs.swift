import Datasets
import NotebookPlanning
import NotebookResults

extension ImageSource {
  func outputs(of contents: Contents) -> [CellOutput] {
    let parts = DatasetSplit.allCases.compactMap { split in
      contents.parts[split].flatMap { $0.count > 0 ? (name: split.rawValue, images: $0) : nil }
    }
    return [.table(partTable(parts)), .table(classTable(parts)), .pictures(firstImages(contents))]
  }

  private func partTable(_ parts: [(name: String, images: ImageSet)]) -> Table {
    let shape = origin.header.shape
    let rows: [[Table.Value]] = parts.map { name, images in
      [
        .text(name), .quantity(.count(images.count)), .text("\(shape.rows) × \(shape.columns)"),
        .text(images.rangeText),
      ]
    }
    return Table(caption: "Parts of the data set", columns: ["part", "images", "pixels", "grey values"], rows: rows)
  }

  private func classTable(_ parts: [(name: String, images: ImageSet)]) -> Table {
    let rows: [[Table.Value]] = parts.map { name, images in
      let counts = images.labelCounts
      return [.text(name)] + (0..<origin.classes).map { .quantity(.count($0 < counts.count ? counts[$0] : 0)) }
    }
    return Table(caption: "Images of each class", columns: ["part"] + (0..<origin.classes).map(String.init), rows: rows)
  }

  private func firstImages(_ contents: Contents) -> PictureStrip {
    let images = contents.parts[.train]
    let pictures = (0..<min(12, images?.count ?? 0)).compactMap { index in
      images.map {
        PictureStrip.Picture(
          rows: $0.shape.rows, columns: $0.shape.columns, pixels: $0.pixels(of: index), label: "\($0.label(at: index))")
      }
    }
    return PictureStrip(caption: "The first training images", pictures: pictures)
  }
}

extension ImageSet {
  /// The smallest and the largest pixel, and what is done with them.
  fileprivate var rangeText: String {
    if isGrey {
      let range = pixelRange
      return "\(range.lowerBound) to \(range.upperBound), divided by 255"
    }
    let range = numberRange
    return "\(range.lowerBound) to \(range.upperBound), as they are"
  }

  private var pixelRange: ClosedRange<Int> {
    var low = UInt8.max
    var high = UInt8.min
    for index in 0..<count {
      withPixels(of: index) { pixels in
        for place in pixels.indices {
          low = min(low, pixels[place])
          high = max(high, pixels[place])
        }
      }
    }
    return low <= high ? Int(low)...Int(high) : 0...0
  }

  private var numberRange: ClosedRange<Float> {
    var (low, high) = (Float.infinity, -Float.infinity)
    for index in 0..<count {
      withNumbers(of: index) { numbers in
        for place in numbers.indices { (low, high) = (min(low, numbers[place]), max(high, numbers[place])) }
      }
    }
    return low <= high ? low...high : 0...0
  }
}

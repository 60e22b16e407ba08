extension ImageSet {
  /// The SHA-256 digests of the images and of the labels, each in the bytes that an uncompressed IDX file has.
  var contentDigests: (images: [UInt8], labels: [UInt8]) {
    let place = members.lowerBound * shape.pixels..<members.upperBound * shape.pixels
    let images =
      switch store {
      case .bytes(let bytes): IDXHeader(images: count, of: shape).digest(of: bytes.span.extracting(place))
      case .numbers(let numbers):
        IDXHeader(images: count, of: shape, element: .float).digest(of: numbers.span.extracting(place))
      }
    return (images, IDXHeader(labels: count).digest(of: labels.span.extracting(members)))
  }
}

import Foundation
import TestSupport

/// Sixty training images and twenty test images of three pixels by two, as IDX files.
enum SmallDataset {
  /// Writes the four files, with one pixel of the training images greater by one.
  static func write(to folder: TemporaryFolder, _ name: String, changing place: Int? = nil) throws {
    for (part, count) in [("train", 60), ("t10k", 20)] {
      var pixels = (0..<count * 6).map { place -> UInt8 in
        let value: Int = place * 37 + place / 6 * 11
        return UInt8(value % 200)
      }
      let labels = (0..<count).map { UInt8($0 % 10) }
      if part == "train", let place { pixels[place] += 1 }
      try folder.write(header(0x03, [count, 3, 2]) + pixels, to: "\(name)/\(part)-images-idx3-ubyte")
      try folder.write(header(0x01, [count]) + labels, to: "\(name)/\(part)-labels-idx1-ubyte")
    }
  }

  private static func header(_ dimensions: UInt8, _ sizes: [Int]) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 8, dimensions]
    for size in sizes { bytes += [0, 0, UInt8(size / 256), UInt8(size % 256)] }
    return bytes
  }
}

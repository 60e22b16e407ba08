import TestSupport
import Weights

/// The files that the examples of declared options name.
enum SampleFiles {
  static func write(to folder: TemporaryFolder) throws {
    try SmallDataset.write(to: folder, "data")
    try SmallDataset.write(to: folder, "other-data", changing: 1)
    try folder.write(String(repeating: "A bird sings. ", count: 30), to: "words.txt")
    try folder.write(String(repeating: "A dog sings. ", count: 30), to: "other-words.txt")
    let levels = (0..<40).map { "day \($0),\(($0 * 7) % 11),\(($0 * 3) % 5)\n" }.joined()
    try folder.write("day,level,wind\n\(levels)", to: "levels.csv")
    try folder.write("day,level,wind\n\(levels.replacing("10", with: "9"))", to: "other-levels.csv")
    try weights([("linear.weight", [10, 28]), ("linear.bias", [10])], in: folder, "restored", first: 0)
    try weights([("linear.weight", [10, 28]), ("linear.bias", [10])], in: folder, "others-restored", first: 3)
    try weights([("fc.weight", [10, 28]), ("fc.bias", [10])], in: folder, "renamed", first: 1)
    try weights([("head.weight", [10, 28]), ("head.bias", [10])], in: folder, "headed", first: 2)
    try weights([("dense/kernel", [28, 10]), ("dense/bias", [10])], in: folder, "keras", first: 0)
    try weights(
      [
        ("lstm.weight_ih_l0", [12, 28]), ("lstm.weight_hh_l0", [12, 3]), ("lstm.bias_ih_l0", [12]),
        ("lstm.bias_hh_l0", [12]), ("linear.weight", [10, 3]), ("linear.bias", [10]),
      ], in: folder, "lstm", first: 0)
  }

  /// Tensors whose numbers go on from one to the next.
  private static func weights(
    _ shapes: [(String, [Int])], in folder: TemporaryFolder, _ name: String, first: Int
  ) throws {
    let tensors = shapes.map { name, shape in
      let count = shape.reduce(1, *)
      return Tensor(name: name, shape: shape, values: (first..<first + count).map { Float($0 % 11 - 5) / 16 })
    }
    try folder.write(SafetensorsFile.bytes(of: tensors), to: "\(name).safetensors")
  }
}

import Datasets
import NotebookPlanning
import NotebookSyntax

extension Augmentation {
  /// Reads `{rotation: 10, scale: 0.1, shear: 0.1, shift: 2, elastic: {strength: 2, smoothness: 6}}`; nil when nothing is said.
  static func read(_ key: String, from options: inout OptionReader) -> Augmentation? {
    guard let value = options.value(key) else { return nil }
    return options.nested(value, owner: "'\(key)'") { options in
      let elastic = options.value("elastic").flatMap { Elastic.read($0, from: &options) }
      return Augmentation(
        rotation: options.number("rotation", in: 0...180) ?? 0, scale: options.number("scale", in: 0...0.9) ?? 0,
        shear: options.number("shear", in: 0...2) ?? 0, shift: options.number("shift", in: 0...1000) ?? 0,
        elastic: elastic)
    }
  }

  /// Every amount, under the names that a notebook gives them.
  var settings: [CellMeaning.Setting] {
    let amounts = [
      ("rotation", rotation), ("scale", scale), ("shear", shear), ("shift", shift),
      ("strength", elastic?.strength ?? 0), ("smoothness", elastic?.smoothness ?? 0),
    ]
    return [CellMeaning.Setting("augmentation", "\(Self.edition)")]
      + amounts.map { CellMeaning.Setting("augment \($0)", "\($1)") }
  }
}

extension Augmentation.Elastic {
  fileprivate static func read(_ value: YAMLValue, from options: inout OptionReader) -> Augmentation.Elastic? {
    options.nested(value, owner: "'elastic'") { options in
      Augmentation.Elastic(
        strength: options.number("strength", in: 0...100) ?? 2,
        smoothness: options.number("smoothness", in: 2...1000) ?? 7)
    }
  }
}
